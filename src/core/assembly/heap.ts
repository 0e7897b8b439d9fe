// First address that no static table of the core uses: TypeScript lays out memory from here on.
export function heapBase(): usize {
  return __heap_base
}
