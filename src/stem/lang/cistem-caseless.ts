/**
 * CISTEM for text whose capitals tell nothing: the same rules, of which no word learns that it is a noun, so that
 * -t is cut from nouns too. Its authors call it case-insensitive, and prefer the other for text in correct case.
 *
 * Source: as cistem.ts
 */
export { cistem as cistemCaseless } from './cistem.js'
