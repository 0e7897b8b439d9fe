/** The text that `wordloom show` takes when it is given none: written for Wordloom, to have some of everything. */
export const SAMPLE = `Dr. Amara Okafor couldn't believe it. At 6:45 a.m. on Jan. 3, the old loom in Room 42 was weaving words! \
"It's gonna need more thread," she whispered, and wrote to night.shift@loom.example.

By then the loom had finished 3.5 km of sentences, i.e. about 1,200,000 words, for $19.99 in electricity. \
Who'd have thought? Her brother posted a film on https://loom.example/live?room=42 and asked @amara 😀: "You've seen this?!" \
The answer came within seconds: #NLP isn't magic, it's carpentry :-)

Visitors from the U.S. and St. John's College (Prof. J. R. Linden, for one) arrived at noon. \
They'd brought cake 🍰, naïve questions and a state-of-the-art spool of thread. \
"Words aren't thread, and thread isn't words," said the loom... or did it? \
Nobody knows, but the cake was 100% eaten, and the loom's still weaving words.
`
