FOLDER='simulated'
def files(s): return {}
