"""List numbers are counted as Word counts them."""

from __future__ import annotations

from kehoach.readers.docx.formats import FORMATS, formatted, letter

from .wordfile import listed, p, word


def level(depth: int, text: str, format: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>', more: str = ""
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}{nums}'


def numbers(body: str, numbering: str, styles: str = "") -> list[str]:
    return [block.number for block in word(body, numbering=numbering, styles=styles).blocks]


OUTLINE = (level(0, "%1.", "upperRoman"), level(1, "%2."), level(2, "%3)", "lowerLetter"))


def test_deeper_levels_start_again_under_each_heading() -> None:
    body = "".join(listed("x", depth) for depth in (0, 1, 2, 2, 1, 2, 0, 1))
    assert numbers(body, numbering(*OUTLINE)) == ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1."]


def test_a_level_may_quote_the_ones_above() -> None:
    body = "".join(listed("x", depth) for depth in (0, 1, 1, 0, 1))
    assert numbers(body, numbering(level(0, "%1."), level(1, "%1.%2."))) == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_is_legal_turns_roman_into_digits() -> None:
    levels = (level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert numbers(listed("x") + listed("x", 1), numbering(*levels)) == ["I.", "1.1"]


def test_restart_never_and_restart_after_a_given_level() -> None:
    never = (level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>'))
    body = "".join(listed("x", depth) for depth in (0, 1, 0, 1))
    assert numbers(body, numbering(*never)) == ["1.", "1)", "2.", "2)"]
    after_first = (level(0, "%1."), level(1, "%2."), level(2, "%3)", more='<w:lvlRestart w:val="1"/>'))
    body = "".join(listed("x", depth) for depth in (0, 1, 2, 1, 2, 0, 2))
    assert numbers(body, numbering(*after_first)) == ["1.", "1.", "1)", "2.", "2)", "2.", "1)"]


def test_lists_of_one_pattern_count_together_unless_they_start_anew() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = "".join(listed("x", number=number) for number in (1, 1, 2, 3, 3))
    assert numbers(body, numbering(level(0, "%1."), nums=nums)) == ["1.", "2.", "3.", "5.", "6."]


def test_an_override_may_replace_a_whole_level() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        + level(0, "Bước %1:", "upperLetter", start=2)
        + "</w:lvlOverride></w:num>"
    )
    assert numbers(listed("x") + listed("x"), numbering(level(0, "%1."), nums=nums)) == ["Bước B:", "Bước C:"]


def test_zero_takes_a_paragraph_out_of_its_styles_list() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:ilvl w:val="1"/>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = (
        p("x", '<w:pStyle w:val="Muc"/>')
        + p("x", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("x", '<w:pStyle w:val="Muc"/>')
    )
    assert numbers(body, numbering(*OUTLINE), styles) == ["1.", "", "2."]


def test_a_style_is_tied_to_its_level_and_its_children_inherit_the_list() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Khoan"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Khoan"/></w:style>'
    )
    levels = (level(0, "%1.", "upperRoman"), level(1, "%2.", more='<w:pStyle w:val="Khoan"/>'))
    body = p("x", '<w:pStyle w:val="Khoan"/>') + p("x", '<w:pStyle w:val="Con"/>')
    assert numbers(body, numbering(*levels), styles) == ["1.", "2."]


def test_numbering_styles_lead_to_the_levels() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="DanhSach"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
        "</w:style>"
    )
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="DanhSach"/></w:abstractNum>'
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    )
    levels = ('<w:styleLink w:val="DanhSach"/>', *OUTLINE)
    assert numbers(listed("x", number=2) + listed("x", 1, 2), numbering(*levels, nums=nums, more=linked), styles) == [
        "I.",
        "1.",
    ]


def test_bullets_of_symbol_fonts_are_shown_as_they_look() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    assert numbers(listed("x"), numbering(level(0, "\uf0b7", "bullet", fonts))) == ["•"]
    assert numbers(listed("x"), numbering(level(0, "-", "bullet"))) == ["-"]


def test_an_empty_numbered_paragraph_counts_and_shows_its_number() -> None:
    blocks = word(listed("một") + listed("") + listed("ba"), numbering=numbering(level(0, "%1."))).blocks
    assert [block.shown for block in blocks] == ["1. một", "2. ", "3. ba"]
    bullets = word(listed("một") + listed(""), numbering=numbering(level(0, "-", "bullet"))).blocks
    assert [block.shown for block in bullets] == ["- một"]


def test_a_list_that_is_not_there_gives_no_number() -> None:
    assert numbers(listed("x", number=9), numbering(*OUTLINE)) == [""]


def test_formats() -> None:
    names = ("decimal", "decimalZero", "upperRoman", "lowerRoman", "ordinal", "chưa có")
    assert [formatted(4, name) for name in names] == ["4", "04", "IV", "iv", "4th", "4"]
    assert [letter(n) for n in (1, 4, 26, 27, 53)] == ["a", "d", "z", "aa", "aaa"]
    assert all(isinstance(formatted(n, name), str) for name in FORMATS for n in (0, 1, 21, 99999))


def test_the_indents_of_a_list_lie_below_those_of_the_paragraph() -> None:
    indents = '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
    body = listed("x") + p("x", '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="0"/>')
    looks = [block.look for block in word(body, numbering=numbering(level(0, "%1.", more=indents))).blocks]
    assert [(look.left, look.first) for look in looks if look] == [(36.0, -18.0), (0.0, -18.0)]
