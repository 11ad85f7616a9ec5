// Generated from Themes/*.toml: PAYDOWN_RECORD=1 swift test --filter CompiledInThemes
// swift-format-ignore-file

extension BuiltInThemes {
    static let texts: [(name: String, text: String)] = [
        ("base", ###"""
# The terminal's own sixteen colours on the terminal's own background: the default, and the end of every theme's line.
#
# Nothing here paints a background, and nothing is white, black or yellow, so it reads on any palette, light
# or dark. No bright colours either: several palettes keep their greys there. Only `dim` sets text back.

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
coral = "#a64500"
lagoon = "#9a3f73"
lilac = "#5b4bb0"

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
    ]
}
