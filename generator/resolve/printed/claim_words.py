"""The words of numbers in our own texts: what is counted, named or quoted there."""

import re

COUNTERS = (
    "人次|个|项|家(?!庭|长|用)|间(?!接)|名(?!称|录|单|义)|人|所|座|套|条|种|类|期|届|批|次|份|宗|支"
    "|台|部|组|队|位(?!置|数)|户|幢|栋|只|张|辆|平方米|公顷|公里|米|吨|岁|分钟|学校|企业|公司|大学"
    "|机构|项目|幅|处|对|层|款|国|省|市(?!场)|区(?!域)|点(?!对)"
)
"""What makes a Chinese numeral in our own words an amount."""
ALWAYS_COUNTED = (
    "元|港元|美元|倍|%|小时|天|日(?!常)|周(?!年)|星期|个月|月(?!台|球)"
    "|年(?!级|前|后|来|间|底|初|代|度)"
)
"""What makes one of it from two on."""
NAMED_PERIOD = re.compile(r"[五十]个?年(?:规划|计划)")
"""A plan that is named after its years."""
NUMBERED = "总目|分目|纲领|附件|附录|附表|条例第|编号"
"""Before a number that names something."""
QUOTED = re.compile("《[^》]*》|「[^」]*」|『[^』]*』|〈[^〉]*〉|“[^”]*”")
GENERAL_COUNTERS = "个项家间所名座支条种类期位份宗部台届批只套"
"""Counters that do not say what is counted."""
