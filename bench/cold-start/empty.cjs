// Nothing: what Node itself takes, as CommonJS.
