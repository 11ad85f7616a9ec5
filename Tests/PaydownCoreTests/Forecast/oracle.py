"""The forecast once more, written from its description and not from its source: what ForecastOracleTests compare with.

Reads one case a line, JSON: points as [day, value, in, out, break], the goal, which way is better. Writes one answer a
line: weeks, refusal, seed, how many of the runs have got there after each week, median and 85th percentile, chance.
Days are ISO dates and weeks are those of `datetime.isocalendar`.
"""
import datetime
import json
import statistics
import struct
import sys

MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mixed(number):
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & MASK
    return number ^ (number >> 31)


def splitmix(seed):
    while True:
        seed = (seed + GAMMA) & MASK
        yield mixed(seed)


def rotated(number, count):
    return ((number << count) | (number >> (64 - count))) & MASK


def xoshiro(seed):
    source = splitmix(seed)
    state = [next(source) for _ in range(4)]
    while True:
        yield (rotated((state[1] * 5) & MASK, 7) * 9) & MASK
        shifted = (state[1] << 17) & MASK
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= shifted
        state[3] = rotated(state[3], 45)


def bits(value):
    return struct.unpack("<Q", struct.pack("<d", float(value)))[0]


def monday(day):
    return day - datetime.timedelta(days=day.isoweekday() - 1)


def weeks_of(points):
    """Monday, ISO year, ISO week, value, in, out, kind of every week from the first point's to the last one's."""
    result = []
    first, last = points[0][0], points[-1][0]
    at, value = monday(first), points[0][1]
    while at <= last:
        own = [(number, p) for number, p in enumerate(points) if monday(p[0]) == at]
        steps = [p for number, p in own if number > 0]
        counted = [p for p in steps if not p[4]]
        if own:
            value = own[-1][1][1]
        kind = "whole"
        if not own:
            kind = "carried"
        elif at == monday(first) and (first.isoweekday() != 1 or not steps):
            kind = "partial"
        elif at == monday(last) and last.isoweekday() < 5:
            kind = "partial"
        elif not counted:
            kind = "interrupted"
        year, week, _ = at.isocalendar()
        result.append([at, year, week, value, sum(p[2] for p in counted), sum(p[3] for p in counted), kind])
        at += datetime.timedelta(days=7)
    return result


def exact(nets, left, limit, horizon):
    """The share of all futures there are that have got there after 0, 1, 2 … weeks."""
    states, ended, shares = {left: 1.0}, 0.0, []
    for _ in range(horizon + 1):
        if not shares:
            ended = sum(share for rest, share in states.items() if rest <= limit)
            states = {rest: share for rest, share in states.items() if rest > limit}
        else:
            following = {}
            for rest, share in states.items():
                for net in nets:
                    after = rest - net
                    if after <= limit:
                        ended += share / len(nets)
                    else:
                        following[after] = following.get(after, 0) + share / len(nets)
            states = following
        shares.append(ended)
        if not states:
            break
    return shares


def answer(case):
    points = [[datetime.date.fromisoformat(p[0])] + p[1:] for p in case["points"]]
    weeks = weeks_of(points)
    sample = [w for w in weeks if w[6] in ("whole", "carried")][-12:]
    last_day, last_value = points[-1][0], points[-1][1]
    sign = 1 if case["better"] == "lower" else -1
    left = (last_value - case["goal"]) * sign
    limit = -1e-9 if case["strict"] else 1e-9
    result = {
        "weeks": [[w[0].isoformat(), w[1], w[2], w[3], w[4], w[5], w[6]] for w in weeks],
        "met": left <= limit,
    }
    observed = sum(w[6] == "whole" for w in sample)
    nets = [w[5] - w[4] for w in sample]
    median = statistics.median(nets) if nets else 0
    reasons = []
    if observed > 1 and median < 0:
        reasons.append("growing %g" % -median)
    if observed > 1 and median == 0:
        reasons.append("flat")
    if observed < 6:
        reasons.append("weeks %d" % observed)
    result["refused"] = reasons
    if reasons or left <= limit:
        return result
    epoch = datetime.date(1970, 1, 1)
    first_week = monday(epoch)
    numbers = []
    for week in sample:
        numbers += [(week[0] - first_week).days // 7 & MASK, bits(week[4]), bits(week[5])]
    numbers += [(last_day - epoch).days & MASK, bits(left)]
    seed = GAMMA
    for number in numbers:
        seed = mixed(((seed ^ number) + GAMMA) & MASK)
    result["seed"] = str(seed)
    source = xoshiro(seed)
    runs, horizon = case["runs"], 104
    lefts, finished = [left] * runs, [0]
    for _ in range(horizon):
        place, active = 0, len(lefts)
        while place < active:
            rest = lefts[place] - nets[(next(source) * len(nets)) >> 64]
            if rest <= limit:
                active -= 1
                lefts[place] = lefts[active]
            else:
                lefts[place] = rest
                place += 1
        del lefts[active:]
        finished.append(runs - active)
        if not active:
            break
    result["finished"] = finished
    result["exact"] = exact(nets, left, limit, min(horizon, 30))
    if (runs - finished[-1]) / runs > 0.2:
        result["refused"] = ["unending"]
        return result
    for name, share in (("p50", 50), ("p85", 85)):
        week = next((k for k, count in enumerate(finished) if count * 100 >= share * runs), None)
        result[name] = None if week is None else (last_day + datetime.timedelta(days=7 * week)).isoformat()
    due = datetime.date.fromisoformat(case["due"])
    late = (due - last_day).days // 7
    result["chance"] = 0 if late < 0 else finished[min(late, len(finished) - 1)] / runs
    return result


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))))
