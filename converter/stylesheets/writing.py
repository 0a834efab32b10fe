"""Values as a person would write them into a style, outline or language file."""

import re

from converter.yaml_source import NULLS, Mapping, Node, Scalar, Sequence

_PLAIN = re.compile(r"[^\W_](?:[\w .·–+-]*[\w.])?")


def scalar_text(text: str) -> str:
    """Return one value, in quotation marks where it needs them (YAML 1.2, 7.3)."""
    if _PLAIN.fullmatch(text) and text not in NULLS:
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def flow_text(node: Node) -> str:
    """Return `node` on one line (YAML 1.2, 7.4); an unquoted colour, to YAML a comment, is quoted."""
    match node:
        case Mapping():
            return "{" + ", ".join(f"{one.key.text}: {flow_text(one.value)}" for one in node.entries) + "}"
        case Sequence():
            return "[" + ", ".join(map(flow_text, node.items)) + "]"
        case Scalar():
            is_null = node.is_null and not node.comment
            return "null" if is_null else scalar_text(node.text or node.comment)


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
