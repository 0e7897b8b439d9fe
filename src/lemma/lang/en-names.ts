/**
 * Proper names whose plurals are not those of common nouns, and names that end in -s without being plurals.
 *
 * Data only. Consulted for capitalised words; names that are common nouns too (Lily, Penny, Banks) are left out, since
 * those begin sentences.
 */

/** Names in consonant and -y, which keep the -y: the Kennedys. */
export const NAMES_IN_Y =
  'Abby Albany Andy Anthony Avery Barry Becky Benny Bethany Betsy Betty Beverly Billy Blackberry Bobby Brady ' +
  'Brittany Brophy Buffy Bundy Burgundy Carly Cassidy Cathy ty Cindy Clancy Colby Connelly Connolly Cory Cosby Crosby ' +
  'Danny Darby Darcy Davy Debby Dolly Donnelly Donny Dorothy Dory Duffy Dunphy Dusty Eddy Emery Emily Emmy Everly ' +
  'February Felicity Finnerty Freddy Gandy Garritty Gary Geraghty Germany Gerry Gilly Grady Grammy Gregory ' +
  'Haggerty Hanratty Hardy Harry Hennessy Henry Hetty Hilary Hillary Hungary Italy Izzy Jacky January Jeffery Jenny Jeremy ' +
  'Jerry Jimmy Jody Johnny Judy July Kathy Kelly Kennedy Kenny Kentucky Kerry Kimberly Kirby Kristy Larry Leahy Lenny Libby ' +
  'Lilly Lizzy Lombardy Lucy Lundy Macy Maddy Mallory Mandy Marcy Marty Mary McCarthy McGinty McNally Melody Micky Milly Mindy ' +
  'Molly Monty Montgomery Moriarty Mulcahy Murphy Nancy Nelly Nicky Normandy Paddy Patsy Percy Perry Polly Purdy Quincy Randy ' +
  'Reilly Ricky Roddy Romany Ronny Rory Rosemary Sally Sammy Sandy Saxony Scotty Scully Shelby Shelly Sicily ' +
  'Sony Stacy Sully Tammy Teddy Terry Thessaly Tiffany Tilly Timmy Timothy Toby Tommy Tony Tracy Trudy Tully Tuscany ' +
  'Vicky Wally Wendy Willy Yancy Zachary '

/** Names that end as compounds of man, child or wolf do, but take -s. */
export const NAMES_IN_S_PLURAL =
  'Freeman Mann Workman Wolfman Fairchild Rothschild Woolf Beowulf Hardman Chapman Newman Norman German Truman Goodman ' +
  'Bateman Boatman Wyman Lyman Inman Eastman Waxman Hyman Layman Tubman Ackerman Bozeman Heyman Rickman Sandman Andaman'

/** Names of one person, place or thing that end in -s. */
export const NAMES_IN_S =
  'Sox Achilles Adams Aires Alps Amos Anders Andes Andrews Angeles Archimedes Aristophanes Athens Atkins Ayers Bahamas ' +
  'Barbados Barnes Bates Betts Billings Bowers Briggs Brooks Brussels Burns Cannes Caracas Carlos Cervantes ' +
  'Charles Childers Childs Christmas Clemens Coates Collins Combs Cripps Cummings Dallas Damascus Daniels Davies ' +
  'Dawkins Delors Descartes Dickens Diggs Dobbs Douglas Downs Edwards Elias Euripides Evans Fairbanks Flanders Flores Forbes ' +
  'Galapagos Gibbons Gibbs Giles Gonzales Griffiths Hastings Hawkins Hayes Hendricks Hercules Hermes Hicks Higgins Higgs Hobbes ' +
  'Hobbs Hodges Holmes Hopkins Hughes Huggins Illinois Jacobs James Jeeves Jenkins Jennings Jesus Jones Judas Kansas Keats Keyes ' +
  'Keynes Landers Laos Larkins Lloyds Lucas Lyons Maldives Marseilles Massachusetts Mathews Matthews Mercedes Meyers ' +
  'Michaels Moines Morales Moses Myers Naples Netherlands Nichols Nicholas Oates Orleans Owens Parsons Pericles Perkins ' +
  'Peters Phelps Philippines Philips Phillips Pitts Potts Rawlings Reuters Reyes Reynolds Rhodes Richards Riggs Roberts Rodgers ' +
  'Rogers Rubens Sacks Samuels Sarbanes Saunders Seychelles Siemens Simmons Simons Socrates Sophocles Starbucks Stephens Stevens ' +
  'Stokes Texas Thomas Timmons Torres Ulysses Vegas Vickers Wales Walgreens Watkins Watts Wilkins Williams Withers Yates Yeats ' +
  'Xerxes  ' +
  'Harris Lewis Morris Davis Dennis Denis Ellis Willis Travis Curtis Norris Jarvis Elvis Paris Louis Francis ' +
  'Doris Boris Chris Phyllis Memphis Alexis Mavis Purvis Otis Luis Tunis Indianapolis Minneapolis Annapolis ' +
  'Arkansas Nicolas Vargas Silas Jonas Midas Dumas Honduras Marcus Angus Columbus Linus Titus Rufus Magnus Cyrus ' +
  'Augustus Brutus Venus Uranus Markus Cyprus Mauritius Belarus Confucius Camus Dreyfus Seamus'
