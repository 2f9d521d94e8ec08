"""What the radicals and strokes of dictionaries stand for: Unicode's EquivalentUnifiedIdeograph."""

_RADICALS = (
    "?\u5382\u4e5b\u4e5a\u4e59\u4ebb\u5182\U00020628\u5200\u5202\u535c\u353e\u5c0f\u5c0f\u5140"
    "\u5c23\u5c22\U00021bc2\u5df3\u5e7a\u5f51\u5f50\u5fc4\u5fc3\u624c\u6535?\u65e1\u65e5\u6708"
    "\u6b7a\u6bcd\u6c11\u6c35\u6c3a\u706c\u722b\u722b\u4e2c\u725b\u72ad\u738b\U00024d14\u76ee"
    "\u793a\u793b\U00025ad7\u7cf9\u7e9f\u7f53\u7f52\u34c1\u5197\U0002626b\u7f8a\U0002634c"
    "\U0002634b\u8002\u8080\u807f\u8089\U00026951\u8279\u8279\u8279\u864e\u8864\u8980\u897f"
    "\u89c1\u89d2\U000278b2\u8ba0\u8d1d\U00027fb7\u8f66\u8fb6\u8fb6\u8fb6\u9091\u9485\u9577"
    "\u9578\u957f\u95e8\U00028e0f\u961d\u96e8\u9752\u97e6\u9875\u98ce\u98de\u98df\U0002967f"
    "\u98e0\u9963\U00029810\u9a6c\u9aa8\u9b3c\u9c7c\u9e1f\u5364\u9ea6\u9ec4\u9efe\u6589\u9f50"
    "\u6b6f\u9f7f\u7adc\u9f99\u9f9c\u4e80\u9f9f"
)
_STROKES = (
    "??????\U000200cc????????\u4e40\u4e00\u4e28\u4e3f\u4e3f\u4e36\U000200cd\u4e5b\U000200ca"
    "\U000200ce\U0002010c\u4e85\U00021fe8\U000200cb\u4e40\U000200d1\u4e5a\u4e59\U0002010e??"
)

RADICALS = {
    char: stands
    for first, row in ((0x2E80, _RADICALS), (0x31C0, _STROKES))
    for char, stands in zip(map(chr, range(first, first + len(row))), row, strict=True)
    if stands != "?"
}
"""Radical or stroke → the character that looks the same. The others have none; those of Kangxi's
dictionary (U+2F00 to U+2FD5) stand in Python's own tables."""
