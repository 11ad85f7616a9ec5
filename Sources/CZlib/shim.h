// zlib as a Swift module: reading and writing of .json.gz.
#ifndef PAYDOWN_CZLIB_SHIM_H
#define PAYDOWN_CZLIB_SHIM_H

#include <zlib.h>

#endif
