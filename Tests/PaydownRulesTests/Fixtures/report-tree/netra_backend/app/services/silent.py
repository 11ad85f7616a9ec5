"""Says the word with an o that is not one, and so counts for nothing: webs0cket."""
from netra_backend.app.core.w_cors import manager
