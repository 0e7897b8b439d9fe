/**
 * Basque.
 *
 * A Basque word is a stem with endings in a row (etxe, etxera, etxerako), so the endings of verbs are taken off
 * one after the other as long as there is one, then those of nouns, and at last one of adjectives. Most must stand
 * in RV, a few in R1 or R2 (regions.ts).
 *
 * Source: M. Otxandorena (2010), "Basque stemming algorithm", https://snowballstem.org/algorithms/basque/stemmer.html
 */
import {
  add,
  always,
  backward,
  inside,
  longest,
  many,
  number,
  type Rule,
  remove,
  replace,
  sequence,
} from '../rules.js'
import { romanceRegions } from './regions.js'

/** Rules of the Basque stemmer. */
export function basque(): Rule {
  const removeInRV = sequence(inside('RV'), remove)
  const removeInR1 = sequence(inside('R1'), remove)
  const removeInR2 = sequence(inside('R2'), remove)

  // Words that only look like endings stay, and what stands before them is read; 64 of them are plenty, and
  // without an end, made-up words would take time that grows with their square.
  const keep = sequence(number('kept', '<', 64), add('kept', 1))

  const verbEnding = longest({
    'ago aldatu aldi aldia an arazi ari atu atze bera bide bidea dako du dura ean era errez': removeInRV,
    'erreza eta etan etari ez eza ezin ezina gai gaia gailu gailua gaitz gaitza gale galea go': removeInRV,
    'gune gunea gura ide idea ka kaitz kaitza kan kari karia karri karria kera keta ki kide': removeInRV,
    'kidea kin kina kizun kizuna kor korra kuna kunde kundea kune kunea kuntza kura la lari': removeInRV,
    'le men mena or orra pen pena pera pide pidea rean rekin taile tailea taldi taldia tarazi': removeInRV,
    'tari tatu tezin tezina tio tu tun tuna tura tzaga tzaile tzailea tzaka tzake tzat tze': removeInRV,
    'tzeke tzez': removeInRV,
    'garri garria tza': removeInR2,
    'arabera atseden baditu': keep,
  })

  const nounEnding = longest({
    'ada ail aizun ak alde aldea aldi aldia anda anga antza ar ara ari aria aro aroa arte': removeInRV,
    'artea asi asia asun asuna aurre aurrea behar bera bizia burua dar dara degi degia denda': removeInRV,
    'di du dua dun duna duri duria duru durua egi egia ek eko eme emea ena enea eria ero eroa': removeInRV,
    'eroz eroza estu estua eta etako etan etara etxe etxea ez eza ezia ga gabe gabea gai gaia': removeInRV,
    'garna garren garrena ge gei geia gela gerren gerrena gibel gibela gile gilea gintza': removeInRV,
    'gintzo gintzu giro go goi gune gunea handi handia ka kabe kabea kada kail kaila kalde': removeInRV,
    'kaldea kan kana kari karia kera keria ket keta ki kia kide kin kina kintza kirri kirria': removeInRV,
    'ko koa koi koia koitz koitza kondo kondoa kor korra kote kotea kume kumea kuntza lari': removeInRV,
    'laria larri larria leku lekua liar liara mendi mendia mendu mendua mentu mentua min mina': removeInRV,
    'na nahi nahia ne nea ngo ngoa no noa ohi ohia oi oia ola ondo ondoa ontzi ontzia orde': removeInRV,
    'ordea ordu ordua oro oroa os osa oso osoa oste ostea pe pea pera ra ro sa ska skila sko': removeInRV,
    'sta ta tako takoa talde taldea taldi taldia tan tar tara tari taria tarik tariko taro': removeInRV,
    'taroa tasun tasuna te tea tegi tegia teria ti tia tiar tiara tila to toa toki tokia tra': removeInRV,
    'tsu tsua tto ttoa tu tua tuko txo txoa txu txua tz tzain tzaina tzale tzalea tzar tzara': removeInRV,
    'tzarra tzo tzoa tzu tzua una une unea urren urrena xka z za zain zaina zale zalea zaro': removeInRV,
    'zaroa zino zinoa zio zioa zione zionea zka zko zkoa zp zto ztoa zu zua ñi ño ñoa': removeInRV,
    'en tatu ten tzen': removeInR1,
    'buru garri garria or ora ren tza': removeInR2,
    joka: replace('jok'),
    minutuko: replace('minutu'),
    trako: replace('tra'),
    'aurka geldi igaro zehar': keep,
  })

  const adjectiveEnding = longest({
    'dade date era ero gi go ik keria ki la lanik larik rik ro tade tate to ztik': removeInRV,
    zlea: replace('z'),
  })

  return sequence(
    romanceRegions('aeiou'),
    backward(sequence(many(verbEnding), many(nounEnding), always(adjectiveEnding))),
  )
}
