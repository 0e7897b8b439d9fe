// Negative results of kernels. src/core/kernels.ts maps each to a WordloomError; keep both in step.
export const CAPACITY: i32 = -1 // an output area is too small
export const MALFORMED: i32 = -2 // an input breaks the kernel's contract
