// Nothing: what Node itself takes, as an ES module.
