"""Figures of a model as a table for the terminal."""

from classifier.evaluation import Report
from classifier.intervals import bounds


def table(report: Report, title: str) -> str:
    """The report's main figures, a line each; in brackets where the truth lies 95 times in 100."""
    between = bounds(report)
    within = {
        "right topic": f"  [{between.low:.3f}, {between.high:.3f}]",
        "macro-F1": f"  [{between.macro_low:.3f}, {between.macro_high:.3f}]",
    }
    rows: list[tuple[str, float | None]] = [
        ("right topic", report.accuracy),
        ("macro-F1", report.macro_f1),
        ("right topic among the first three", report.top3),
        ("right queue", report.queue_accuracy),
        ("routed without asking", report.routed),
        ("of those, in the right queue", report.routed_right),
        ("calibration error (ECE)", report.ece),
        ("out of scope: AUROC", report.auroc),
        ("out of scope: false alarms at 95 % caught", report.fpr95),
    ]
    lines = [f"{title}: {report.messages} messages, {report.out_of_scope} out of scope"]
    for name, value in rows:
        said = "—" if value is None else f"{value:.3f}"
        lines.append(f"  {name:<44}{said}{within.get(name, '')}")
    for language, found in report.languages.items():
        if language:
            lines.append(
                f"  right topic, {language:<31}{found.accuracy:.3f}"
                f"  [{found.low:.3f}, {found.high:.3f}], {found.messages} messages"
            )
    return "\n".join(lines)
