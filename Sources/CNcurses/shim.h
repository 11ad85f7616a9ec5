// ncurses as Swift can import it: wide characters on, macros and shared variables as inline functions.
//
// Only what paints is here. Keys, modes of the line discipline and signals are PaydownTerminal's own.
#ifndef PAYDOWN_CNCURSES_SHIM_H
#define PAYDOWN_CNCURSES_SHIM_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#define NCURSES_NOMACROS 1

#include <stdint.h>
#include <stdio.h>
#include <langinfo.h>
#include <locale.h>
#include <wchar.h>
#include <curses.h>
#include <term.h>

// Shared variables, which Swift may not touch.
static inline WINDOW *paydown_stdscr(void) { return stdscr; }
static inline WINDOW *paydown_curscr(void) { return curscr; }
static inline int paydown_colors(void) { return COLORS; }
static inline int paydown_color_pairs(void) { return COLOR_PAIRS; }
static inline TERMINAL *paydown_current_terminal(void) { return cur_term; }

// Names of the standard capabilities in the order of the compiled form; NULL after the last.
static inline const char *paydown_boolean_name(int index) { return boolnames[index]; }
static inline const char *paydown_number_name(int index) { return numnames[index]; }
static inline const char *paydown_string_name(int index) { return strnames[index]; }

// The value of a string capability, NULL when absent or no string.
static inline const char *paydown_string_capability(const char *name) {
    const char *value = tigetstr(name);
    return value == (const char *)-1 ? NULL : value;
}

// Attributes, whose macros are casts.
static inline uint32_t paydown_bold(void) { return A_BOLD; }
static inline uint32_t paydown_dim(void) { return A_DIM; }
static inline uint32_t paydown_italic(void) { return A_ITALIC; }
static inline uint32_t paydown_underline(void) { return A_UNDERLINE; }
static inline uint32_t paydown_reverse(void) { return A_REVERSE; }

// A complete character of up to five scalars; the pair goes through `opts`, as its own argument ends at 32,767.
static inline int paydown_set_cell(cchar_t *cell, const wchar_t *text, uint32_t attributes, int pair) {
    return setcchar(cell, text, (attr_t)attributes, 0, &pair);
}

// The same for one scalar.
static inline int paydown_set_cell_scalar(cchar_t *cell, uint32_t scalar, uint32_t attributes, int pair) {
    wchar_t text[2] = {(wchar_t)scalar, 0};
    return setcchar(cell, text, (attr_t)attributes, 0, &pair);
}

// `CODESET` and `LC_CTYPE` are macros with casts.
static inline const char *paydown_codeset(void) { return nl_langinfo(CODESET); }
static inline const char *paydown_set_character_locale(const char *name) { return setlocale(LC_CTYPE, name); }

#endif
