import fc from 'fast-check'
import { expect, it } from 'vitest'
import { corpora } from '../../src/node.js'
import { stemmer } from '../../src/stem/index.js'
import * as rules from '../../src/stem/lang/rslp-rules.js'
import { rslpStem } from '../oracle/rslp.js'
import { describeWith, mirror } from '../support/resources.js'

const stem = stemmer('rslp')

// SOURCE: the examples of the paper's tables with the stems that the R package rslp 0.2.0 gives them
// (github.com/dfalbel/rslp, tests/testthat). Left out: capitães, prática and vilã, where that package differs from
// the paper's program: it takes endings that are exceptions for whole words and never reduces -ã.
const EXAMPLES = `
  bons:bom balões:bal normais:norm amáveis:am lençóis:lencol barris:barril males:mal mares:mar casas:cas
  chefona:chef professora:profes americana:americ chilena:chilen inglesa:ingl famosa:fam maníaca:man
  mantida:mant cansada:cans prima:prim passiva:passiv primeira:prim sozinha:so felizmente:feliz
  cansadíssimo:cans fortíssimo:fort chiquérrimo:chiqu pezinho:pe maluquinho:maluc amiguinho:amig
  cansadinho:cans carrinho:carr grandalhão:grand mulheraço:mulh cansadão:cans corpázio:corp pratarraz:prat
  calorzão:cal meninão:menin existencialista:exist minimalista:minim contagem:cont gerenciamento:gerenc
  monitoramento:monitor nascimento:nasc comercializado:comerci traumatizado:traum alfabetizado:alfabet
  associativo:associ contraceptivo:contracep esportivo:espor abalado:abal impedido:imped ralador:ral
  entendido:entend cumpridor:cumpr obrigatória:obrig produtor:produt comparabilidade:compar
  abolicionista:abol intervencionista:interven profissional:profiss referência:refer repugnância:repugn
  abatedouro:abat fofoqueiro:fofoc brasileiro:brasil gostoso:gost comercializaç:comerci consumismo:consum
  concretização:concre alegaç:aleg aboliç:abol anedotário:anedot ministério:minist chinês:chin beleza:bel
  rigidez:rigid parentesco:parent ocupante:ocup bombástico:bomb problemático:problem polêmico:polem
  produtividade:produt profundidade:profund aposentadoria:aposentad existencial:exist artista:artist
  maluquice:maluc chatice:chat demoníaco:demon decorrente:decorr criminal:crim americano:americ amável:am
  combustível:combust cobertura:cobert consensual:consens mundial:mund experimental:experiment
  cantaríamo:cant cantássemo:cant beberíamo:beb bebêssemo:beb partiríamo:part partíssemo:part
  cantáramo:cant cantárei:cant cantaremo:cant cantariam:cant cantaríei:cant cantássei:cant cantassem:cant
  cantávamo:cant bebêramo:beb beberemo:beb beberiam:beb beberíei:beb bebêssei:beb bebessem:beb
  partiremo:part partiriam:part partiríei:part partíssei:part partissem:part cantando:cant bebendo:beb
  partindo:part propondo:prop cantaram:cant cantarde:cant cantarei:cant cantarem:cant cantaria:cant
  cantarmo:cant cantasse:cant cantaste:cant cantavam:cant cantávei:cant beberam:beb beberde:beb
  beberei:beb bebêrei:beb beberem:beb beberia:beb bebermo:beb bebesse:beb bebeste:beb bebíamo:beb
  partiram:part concluíram:conclu partirde:part partirei:part partirem:part partiria:part partirmo:part
  partisse:part partiste:part cantamo:cant cantara:cant cantará:cant cantare:cant cantava:cant
  cantemo:cant bebera:beb beberá:beb bebere:beb bebiam:beb bebíei:beb partimo:part partira:part
  partirá:part partire:part compomo:comp cantai:cant cantam:cant cheguei:cheg cantei:cant cantem:cant
  beber:beb bebeu:beb bebia:beb partir:part partiu:part chegou:cheg bebi:beb menina:menin grande:grand
  menino:menin
`
it('stems the examples of the paper', () => {
  const pairs = EXAMPLES.trim()
    .split(/\s+/)
    .map((pair) => pair.split(':'))
  expect(stem.stemAll(pairs.map(([word]) => word as string))).toEqual(pairs.map(([, expected]) => expected))
})

// SOURCE: the example of nltk.stem.RSLPStemmer in NLTK 3.10 (beginning of Erico Verissimo's "Música ao Longe").
it('stems as NLTK does in its example', () => {
  const words =
    'Clarissa risca com giz no quadro-negro a paisagem que os alunos devem copiar . Uma casinha de porta e janela'
  expect(words.split(' ').map(stem).join(' ')).toBe(
    'clariss risc com giz no quadro-negr a pais que os alun dev copi . uma cas de port e janel',
  )
})

it.each([
  ['NAC\u0327A\u0303O', 'nacao', 'decomposed capitals; a word excepted from -ão'],
  ['psicólogo', 'psicolog', 'accents go'],
  ['psicologia', 'psicolog', 'so that related words meet'],
  ['exterior', 'exterior', 'an ending that is an exception in any word'],
  ['vilã', 'vil', 'a feminine in -ã'],
  ['s', 's', 'a word that is an ending'],
])('%s gives %s: %s', (word, expected) => {
  expect(stem(word)).toBe(expected)
})

const STEPS = Object.values(rules)
const texts = STEPS.flatMap((step) =>
  step.rules.flatMap(([endings, , , exceptions = '']) => `${endings} ${exceptions}`.trim().split(' ')),
)

it('agrees with the plain reading of its tables', () => {
  const part = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: fc.constantFrom(...'abceioruçãés') }))
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      expect(stem(parts.join(''))).toBe(rslpStem(parts.join('')))
    }),
  )
})

it('has no exception that its ending cannot meet', () => {
  const lost = STEPS.flatMap((step) =>
    step.rules.flatMap(([endings, , , exceptions]) =>
      (exceptions?.split(' ') ?? []).filter(
        (word) => !endings.split(' ').some((ending) => word.endsWith(ending)),
      ),
    ),
  )
  expect(lost).toEqual([])
})

describeWith('corpora', 'RSLP on the Portuguese vocabulary of Snowball', () => {
  it('agrees with the plain reading of its tables', async () => {
    const corpus = await corpora.open('snowball-portuguese', { dir: mirror(), pack: false })
    const words = [...corpus.records()].map((record) => (record as { word: string }).word)
    const wrong = stem.stemAll(words).filter((found, i) => found !== rslpStem(words[i] as string))
    expect(wrong).toEqual([])
  })
})
