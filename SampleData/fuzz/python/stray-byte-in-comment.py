# café
f()
