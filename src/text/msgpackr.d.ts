/** msgpackr's variant without code generation (it works under a strict CSP) comes without types of its own. */
declare module 'msgpackr/index-no-eval' {
  export { Packr, Unpackr } from 'msgpackr'
}
