"""Figures of a model as a table for the terminal."""

from classifier.evaluation import Report


def table(report: Report, title: str) -> str:
    """The report's main figures, a line each."""
    rows: list[tuple[str, float | None]] = [
        ("right topic", report.accuracy),
        ("right topic among the first three", report.top3),
        ("macro-F1", report.macro_f1),
        ("right queue", report.queue_accuracy),
        ("routed without asking", report.routed),
        ("of those, in the right queue", report.routed_right),
        ("calibration error (ECE)", report.ece),
        ("out of scope: AUROC", report.auroc),
        ("out of scope: false alarms at 95 % caught", report.fpr95),
    ]
    lines = [f"{title}: {report.messages} messages, {report.out_of_scope} out of scope"]
    lines += [f"  {name:<44}{'—' if value is None else f'{value:.3f}'}" for name, value in rows]
    for language, found in report.languages.items():
        if language:
            lines.append(
                f"  right topic, {language:<31}{found.accuracy:.3f}"
                f"  [{found.low:.3f}, {found.high:.3f}], {found.messages} messages"
            )
    return "\n".join(lines)
