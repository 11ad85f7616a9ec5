// Generated from Themes/*.toml: PAYDOWN_RECORD=1 swift test --filter CompiledInThemes
// swift-format-ignore-file

extension BuiltInThemes {
    static let texts: [(name: String, text: String)] = [
        ("base", ###"""
# The terminal's own sixteen colours on the terminal's own background: the default, and the end of every theme's line.
#
# Nothing here paints a background, and nothing is white, black or yellow, so it reads on any palette, light
# or dark. No bright colours either: several palettes keep their greys there. Only `dim` sets text back.
#
# To write a theme of your own, put a file into ~/.config/paydown/themes or a project's .paydown/themes:
#
#   inherits = "paydown-dark"        one parent; what a file does not say is looked up there, at last here
#   mode = "dark"                    dark, light or any
#   pair = "paydown-light"           what to change to when the terminal's mode changes
#   [palette]                        names for colours, for this file and those that inherit from it
#   [roles]                          a colour, or { fg, bg, bold, dim, italic, underline, reverse }
#   [roles.16]                       for fewer than 256 colours: ANSI names only
#   [roles.mono]                     without colour: bold, underline and reverse only
#
# A colour is '#rrggbb', 'default', an ANSI name such as 'red' or 'bright-red', 0 to 255, or a name from [palette].
# A role that is missing is its dotted parent (text for text.muted). `paydown theme check FILE` tells what it makes of it.

name = "base"
mode = "any"

[roles]
background = "default"
"background.raised" = "default"
"background.stripe" = "default"

text = "default"
"text.muted" = { dim = true }
"text.faint" = { dim = true }
"text.strong" = { bold = true }
"text.match" = { bold = true, underline = true }
"text.link" = { underline = true }

rule = { dim = true }
"rule.focus" = { fg = "cyan", bold = true }
title = { bold = true }
"title.focus" = { fg = "cyan", bold = true }

selection = { reverse = true }
"selection.inactive" = { bold = true }
mark = { fg = "magenta", bold = true }
accent = { fg = "cyan", bold = true }

good = "green"
warn = "magenta"
bad = "red"
info = "cyan"
stale = { dim = true }
new = { fg = "blue", bold = true }

"series.actual" = { fg = "cyan", bold = true }
"series.plan" = "default"
"series.forecast" = "magenta"
"series.limit" = "red"
"bar.done" = "green"
"bar.left" = { dim = true }

"code.keyword" = { bold = true }
"code.string" = "green"
"code.comment" = { dim = true }
"code.flagged" = { fg = "red", bold = true, underline = true }

# Without colour: bold, underline and reverse only. Dim is grey, and grey is a colour to those who asked for none.
[roles.mono]
"text.strong" = { bold = true }
"text.match" = { bold = true, underline = true }
"text.link" = { underline = true }
"rule.focus" = { bold = true }
title = { bold = true }
"title.focus" = { bold = true, underline = true }
selection = { reverse = true }
"selection.inactive" = { bold = true }
mark = { bold = true }
accent = { bold = true }
warn = { underline = true }
bad = { bold = true }
new = { bold = true }
"series.actual" = { bold = true }
"bar.done" = { bold = true }
"code.keyword" = { bold = true }
"code.flagged" = { bold = true, underline = true }

"""###),
        ("catppuccin-latte", ###"""
# Catppuccin Latte, the light flavour, on paydown-light.
#
# Its names stand behind the colours. Latte's green, yellow and teal contrast 2 to 3 with a selected row and its text
# 6; all are darkened until they reach the floors.

name = "catppuccin-latte"
inherits = "paydown-light"
mode = "light"
pair = "catppuccin-mocha"

[palette]
page = "#eff1f5"  # base
overlay = "#e9ebf1"  # between base and mantle
stripe = "#eceef3"  # between base and mantle
chosen = "#dfe3ea"  # crust, paler
chosen-faintly = "#e6e9ef"  # mantle
ink = "#42455f"  # text, darker
muted = "#54576f"  # subtext1, darker
faint = "#7c7f93"  # overlay2
strong = "#2f3148"  # text, darker
sky = "#0c56e4"  # blue, darker
leaf = "#16701a"  # green, darker
gold = "#855800"  # yellow, darker
coral = "#b8082f"  # red, darker
lagoon = "#006e75"  # teal, darker
lilac = "#7a2fe0"  # mauve, darker

"""###),
        ("catppuccin-mocha", ###"""
# Catppuccin Mocha, the dark flavour, on paydown-dark.
#
# Its names stand behind the colours; every one reaches the floors as it is.

name = "catppuccin-mocha"
inherits = "paydown-dark"
mode = "dark"
pair = "catppuccin-latte"

[palette]
page = "#1e1e2e"  # base
overlay = "#181825"  # mantle
stripe = "#232334"  # between base and surface0
chosen = "#313244"  # surface0
chosen-faintly = "#292a3b"  # between base and surface0
ink = "#cdd6f4"  # text
muted = "#a6adc8"  # subtext0
faint = "#7f849c"  # overlay1
strong = "#cdd6f4"  # text
sky = "#89b4fa"  # blue
leaf = "#a6e3a1"  # green
gold = "#f9e2af"  # yellow
coral = "#f38ba8"  # red
lagoon = "#94e2d5"  # teal
lilac = "#cba6f7"  # mauve

"""###),
        ("cvd-dark", ###"""
# paydown-dark in hues that eyes without red or green tell apart: good is blue, bad is orange.
#
# The hues are those of Okabe and Ito (2008), some lightened for contrast. In 256 colours warn and bad are both
# golden; the sign beside each says which it is, as everywhere.

name = "cvd-dark"
inherits = "paydown-dark"
mode = "dark"
pair = "cvd-light"

[palette]
# Blue means good here, so focus is text colour and bold instead.
sky = "ink"
leaf = "#56b4e9"
gold = "#f0e442"
coral = "#e69f00"
lagoon = "#d68fb5"
lilac = "#b3a6ff"

[roles]
accent = { fg = "ink", bold = true }

# Blue and red are the one pair of the eight that all eyes tell apart.
[roles.16]
good = "blue"
warn = "magenta"
bad = { fg = "red", bold = true }
info = "cyan"
new = { fg = "cyan", bold = true }
"bar.done" = "blue"
"code.string" = "blue"

"""###),
        ("cvd-light", ###"""
# paydown-light in hues that eyes without red or green tell apart: good is blue, bad is orange.
#
# Darker than Okabe and Ito's, so that they read on white and on the selection; with 256 colours bad becomes red,
# which against blue says the same.

name = "cvd-light"
inherits = "cvd-dark"
mode = "light"
pair = "cvd-dark"

[palette]
page = "#fbfaf8"
overlay = "#f4f2ee"
stripe = "#f6f5f2"
chosen = "#dde6f2"
chosen-faintly = "#eceae5"
ink = "#23262b"
muted = "#5b6270"
faint = "#737a87"
strong = "#0d0f12"
leaf = "#0067a3"
gold = "#7a6200"
coral = "#a24100"
lagoon = "#9a3f73"
lilac = "#513fa3"

"""###),
        ("gruvbox-dark", ###"""
# Gruvbox dark by Pavel Pertsev, hard contrast, on paydown-dark.
#
# Its names stand behind the colours. Bright red and purple contrast 3.4 and 4.2 with a selected row, so they are
# lightened, as is the grey of muted text.

name = "gruvbox-dark"
inherits = "paydown-dark"
mode = "dark"
pair = "gruvbox-light"

[palette]
page = "#1d2021"  # bg0_h
overlay = "#282828"  # bg0
stripe = "#242424"  # between the two
chosen = "#3c3836"  # bg1
chosen-faintly = "#32302f"  # bg0_s
ink = "#ebdbb2"  # fg1
muted = "#b1a28c"  # fg4, lighter
faint = "#7c6f64"  # bg4
strong = "#fbf1c7"  # fg0
sky = "#88aa9d"  # bright blue, lighter
leaf = "#b8bb26"  # bright green
gold = "#fabd2f"  # bright yellow
coral = "#ff7b62"  # bright red, lighter
lagoon = "#8ec07c"  # bright aqua
lilac = "#e798ae"  # bright purple, lighter

"""###),
        ("gruvbox-light", ###"""
# Gruvbox light by Pavel Pertsev, hard contrast, on paydown-light.
#
# Its names stand behind the colours. The faded yellow, green and aqua contrast 2.9 to 3.9 with a selected row, so they
# are darkened; the selection is a paler bg1 for the same reason.

name = "gruvbox-light"
inherits = "paydown-light"
mode = "light"
pair = "gruvbox-dark"

[palette]
page = "#f9f5d7"  # bg0_h
overlay = "#f6f0d0"  # between bg0_h and bg0_s
stripe = "#f6f1d4"  # between bg0_h and bg0_s
chosen = "#e9e2c8"  # bg1, paler
chosen-faintly = "#f0e9cf"  # bg0_s, paler
ink = "#3c3836"  # fg1
muted = "#665c54"  # fg3
faint = "#7c6f64"  # fg4
strong = "#282828"  # fg0
sky = "#076678"  # faded blue
leaf = "#4d6a0a"  # faded green, darker
gold = "#855808"  # faded yellow, darker
coral = "#9d0006"  # faded red
lagoon = "#336c4a"  # faded aqua, darker
lilac = "#8c3c6e"  # faded purple, darker

"""###),
        ("high-contrast", ###"""
# Black, white and pure hues for tired eyes, poor screens and sunlight: everything one reads contrasts 7 or more.

name = "high-contrast"
inherits = "paydown-dark"
mode = "dark"
pair = "high-contrast"

[palette]
page = "#000000"
overlay = "#000000"
stripe = "#000000"
chosen = "#ffff00"
chosen-faintly = "#303030"
ink = "#ffffff"
muted = "#d0d0d0"
faint = "#a8a8a8"
strong = "#ffffff"
sky = "#5fd7ff"
leaf = "#5fff87"
gold = "#ffd75f"
coral = "#ffaf87"
lagoon = "#87ffff"
lilac = "#ffafff"

[roles]
# Black on yellow, whatever colour the text had; the signs still tell good from bad.
selection = { fg = "page", bg = "chosen", bold = true }

"""###),
        ("mono", ###"""
# No colour at all, by choice: bold, underline and reverse on the terminal's own background.

name = "mono"
inherits = "base"
mode = "any"

[roles]
background = "default"
"background.raised" = "default"
"background.stripe" = "default"
text = "default"
"text.muted" = "default"
"text.faint" = "default"
"text.strong" = { bold = true }
"text.match" = { bold = true, underline = true }
"text.link" = { underline = true }
rule = "default"
"rule.focus" = { bold = true }
title = { bold = true }
"title.focus" = { bold = true, underline = true }
selection = { reverse = true }
"selection.inactive" = { bold = true }
mark = { bold = true }
accent = { bold = true }
good = "default"
warn = { underline = true }
bad = { bold = true }
info = "default"
stale = "default"
new = { bold = true }
"series.actual" = { bold = true }
"series.plan" = "default"
"series.forecast" = "default"
"series.limit" = "default"
"bar.done" = { bold = true }
"bar.left" = "default"
"code.keyword" = { bold = true }
"code.string" = "default"
"code.comment" = "default"
"code.flagged" = { bold = true, underline = true }

"""###),
        ("nord", ###"""
# Nord, the arctic palette by Sven Greb, on paydown-dark.
#
# Its names stand behind the colours. Aurora's red and purple contrast 2.5 and 3.6 with a selected row, too little for
# text, so they are lightened, and frost and green a little; muted lies between nord3 and nord4.

name = "nord"
inherits = "paydown-dark"
mode = "dark"
pair = "paydown-light"

[palette]
page = "#2e3440"  # nord0
overlay = "#2b303b"  # below nord0
stripe = "#313744"  # between nord0 and nord1
chosen = "#3b4252"  # nord1
chosen-faintly = "#353c4a"  # between nord0 and nord1
ink = "#e5e9f0"  # nord5
muted = "#a9b3c4"  # between nord3 and nord4
faint = "#7b869c"  # between nord3 and nord4
strong = "#eceff4"  # nord6
sky = "#88c2ce"  # nord8, for 256 colours
leaf = "#a8c58e"  # nord14, lighter
gold = "#ebcb8b"  # nord13
coral = "#e29c9a"  # nord11, lighter
lagoon = "#8cc3c2"  # nord7, lighter
lilac = "#c8a5c1"  # nord15, lighter

"""###),
        ("paydown-dark", ###"""
# Quiet grey on near-black; colour only where it says something.
#
# Every role is painted by a name of [palette], so a child of this theme may be nothing but a palette. The
# contrast floors that a test holds every theme to: text 7, muted text and states 4.5, on the page, on
# overlays, on stripes and on the selection, in RGB and in 256 colours.

name = "paydown-dark"
inherits = "base"
mode = "dark"
pair = "paydown-light"

[palette]
page = "#15181d"
overlay = "#1b1f26"
stripe = "#191d23"
chosen = "#2b3340"
chosen-faintly = "#22272f"
ink = "#d7dae0"
muted = "#9aa2af"
faint = "#6b7280"
strong = "#f0f2f5"
sky = "#7cb7ff"
leaf = "#7fc98f"
gold = "#e3b341"
coral = "#f0806b"
lagoon = "#6cc5c9"
lilac = "#c79bf0"

[roles]
background = "page"
"background.raised" = "overlay"
"background.stripe" = "stripe"

text = "ink"
"text.muted" = "muted"
"text.faint" = "faint"
"text.strong" = { fg = "strong", bold = true }
"text.match" = { fg = "gold", bold = true, underline = true }
"text.link" = { fg = "ink", underline = true }

rule = "faint"
"rule.focus" = { fg = "sky", bold = true }
title = { fg = "ink", bold = true }
"title.focus" = { fg = "sky", bold = true }

selection = "chosen"
"selection.inactive" = "chosen-faintly"
mark = { fg = "lilac", bold = true }
accent = "sky"

good = "leaf"
warn = "gold"
bad = "coral"
info = "lagoon"
stale = "muted"
new = "lilac"

"series.actual" = "sky"
"series.plan" = "muted"
"series.forecast" = "lilac"
"series.limit" = "coral"
"bar.done" = "leaf"
"bar.left" = "faint"

"code.keyword" = "lilac"
"code.string" = "leaf"
"code.comment" = "muted"
"code.flagged" = { fg = "coral", bold = true, underline = true }

# With fewer than 256 colours `base` is better than any approximation, so this is its set.
[roles.16]
background = "default"
text = "default"
"text.muted" = { dim = true }
"text.faint" = { dim = true }
"text.strong" = { bold = true }
"text.match" = { bold = true, underline = true }
"text.link" = { underline = true }
rule = { dim = true }
"rule.focus" = { fg = "cyan", bold = true }
title = { bold = true }
"title.focus" = { fg = "cyan", bold = true }
selection = { reverse = true }
"selection.inactive" = { bold = true }
mark = { fg = "magenta", bold = true }
accent = { fg = "cyan", bold = true }
good = "green"
warn = "magenta"
bad = "red"
info = "cyan"
stale = { dim = true }
new = { fg = "blue", bold = true }
"series.actual" = { fg = "cyan", bold = true }
"series.plan" = "default"
"series.forecast" = "magenta"
"series.limit" = "red"
"bar.done" = "green"
"bar.left" = { dim = true }
"code.keyword" = { bold = true }
"code.string" = "green"
"code.comment" = { dim = true }
"code.flagged" = { fg = "red", bold = true, underline = true }

"""###),
        ("paydown-light", ###"""
# Dark grey on warm white: the palette that paydown-dark has by day.

name = "paydown-light"
inherits = "paydown-dark"
mode = "light"
pair = "paydown-dark"

[palette]
page = "#fbfaf8"
overlay = "#f4f2ee"
stripe = "#f6f5f2"
chosen = "#dde6f2"
chosen-faintly = "#eceae5"
ink = "#23262b"
muted = "#5b6270"
faint = "#737a87"
strong = "#0d0f12"
sky = "#1f5fae"
leaf = "#24703a"
gold = "#8a5a00"
coral = "#b3261e"
lagoon = "#0f6b70"
lilac = "#7239a8"

"""###),
        ("solarized-dark", ###"""
# Solarized dark by Ethan Schoonover, on paydown-dark.
#
# Its names stand behind the colours. Solarized is low in contrast by design: its own body text, base0, has 4.7. Here
# text is base2, and the accents, 2.8 to 4.1 on a selected row, are lightened until they reach 4.5.

name = "solarized-dark"
inherits = "paydown-dark"
mode = "dark"
pair = "solarized-light"

[palette]
page = "#002b36"  # base03
overlay = "#02313d"  # between base03 and base02
stripe = "#022f3a"  # between base03 and base02
chosen = "#073642"  # base02
chosen-faintly = "#04323e"  # between base03 and base02
ink = "#eee8d5"  # base2
muted = "#93a1a1"  # base1
faint = "#657b83"  # base00
strong = "#fdf6e3"  # base3
sky = "#3f9fe8"  # blue, lighter
leaf = "#8ea219"  # green, lighter
gold = "#c29100"  # yellow, lighter
coral = "#e97860"  # red, lighter
lagoon = "#35a9a0"  # cyan, lighter
lilac = "#9e89f2"  # violet, lighter

"""###),
        ("solarized-light", ###"""
# Solarized light by Ethan Schoonover, on paydown-light.
#
# Its names stand behind the colours. Text is base02, and the accents, 2.6 to 3.8 on a selected row, are darkened until
# they reach 4.5.

name = "solarized-light"
inherits = "paydown-light"
mode = "light"
pair = "solarized-dark"

[palette]
page = "#fdf6e3"  # base3
overlay = "#f8f1de"  # between base3 and base2
stripe = "#faf3e0"  # between base3 and base2
chosen = "#eee8d5"  # base2
chosen-faintly = "#f4edda"  # between base3 and base2
ink = "#073642"  # base02
muted = "#566b73"  # base01, darker
faint = "#839496"  # base0
strong = "#002b36"  # base03
sky = "#006cb1"  # blue, darker
leaf = "#4d6d00"  # green, darker
gold = "#855c00"  # yellow, darker
coral = "#bd2725"  # red, darker
lagoon = "#1d7367"  # cyan, darker
lilac = "#5f649c"  # violet, darker

"""###),
    ]
}
