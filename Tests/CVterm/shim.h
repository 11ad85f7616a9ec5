// libvterm as Swift can import it: a terminal in memory, its cells without unions and bit fields.
#ifndef PAYDOWN_CVTERM_SHIM_H
#define PAYDOWN_CVTERM_SHIM_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <vterm.h>

typedef struct {
    VTerm *terminal;
    VTermScreen *screen;
    VTermScreenCallbacks callbacks;
    int is_alternate;
    int is_cursor_visible;
    int mouse;
    int bells;
} paydown_vterm;

// A colour: -1 for the default, 0...255 for the palette, 0x1000000 and red, green, blue for a mixed one.
typedef struct {
    uint32_t scalars[VTERM_MAX_CHARS_PER_CELL];
    int width;
    int is_bold, is_italic, is_underlined, is_reversed;
    int32_t foreground, background;
} paydown_vterm_cell;

static int paydown_vterm_property(VTermProp property, VTermValue *value, void *user) {
    paydown_vterm *self = (paydown_vterm *)user;
    if (property == VTERM_PROP_ALTSCREEN) self->is_alternate = value->boolean;
    if (property == VTERM_PROP_CURSORVISIBLE) self->is_cursor_visible = value->boolean;
    if (property == VTERM_PROP_MOUSE) self->mouse = value->number;
    return 1;
}

static int paydown_vterm_bell(void *user) {
    ((paydown_vterm *)user)->bells += 1;
    return 1;
}

static inline paydown_vterm *paydown_vterm_new(int rows, int columns) {
    paydown_vterm *self = (paydown_vterm *)calloc(1, sizeof *self);
    self->terminal = vterm_new(rows, columns);
    vterm_set_utf8(self->terminal, 1);
    self->screen = vterm_obtain_screen(self->terminal);
    self->callbacks.settermprop = paydown_vterm_property;
    self->callbacks.bell = paydown_vterm_bell;
    vterm_screen_set_callbacks(self->screen, &self->callbacks, self);
    vterm_screen_enable_altscreen(self->screen, 1);
    vterm_screen_reset(self->screen, 1);
    return self;
}

static inline void paydown_vterm_free(paydown_vterm *self) {
    vterm_free(self->terminal);
    free(self);
}

static inline void paydown_vterm_feed(paydown_vterm *self, const char *bytes, size_t count) {
    vterm_input_write(self->terminal, bytes, count);
}

static inline void paydown_vterm_resize(paydown_vterm *self, int rows, int columns) {
    vterm_set_size(self->terminal, rows, columns);
}

static inline int32_t paydown_vterm_color(const VTermColor *color, int is_default) {
    if (is_default) return -1;
    if (VTERM_COLOR_IS_INDEXED(color)) return color->indexed.idx;
    return 0x1000000 | color->rgb.red << 16 | color->rgb.green << 8 | color->rgb.blue;
}

static inline paydown_vterm_cell paydown_vterm_cell_at(paydown_vterm *self, int row, int column) {
    VTermPos place = {.row = row, .col = column};
    VTermScreenCell cell;
    paydown_vterm_cell flat;
    memset(&flat, 0, sizeof flat);
    if (!vterm_screen_get_cell(self->screen, place, &cell)) return flat;
    memcpy(flat.scalars, cell.chars, sizeof flat.scalars);
    flat.width = cell.width;
    flat.is_bold = cell.attrs.bold;
    flat.is_italic = cell.attrs.italic;
    flat.is_underlined = cell.attrs.underline != 0;
    flat.is_reversed = cell.attrs.reverse;
    flat.foreground = paydown_vterm_color(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
    flat.background = paydown_vterm_color(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
    return flat;
}

static inline void paydown_vterm_cursor(paydown_vterm *self, int *row, int *column) {
    VTermPos place;
    vterm_state_get_cursorpos(vterm_obtain_state(self->terminal), &place);
    *row = place.row;
    *column = place.col;
}

#endif
