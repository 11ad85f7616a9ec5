FOLDER='python'
def files(s): return {}
