"""What people wrote beside a score, and what was written of it, goes with the conversation."""

from sqlalchemy import select

from models.memory.complaints import Complaint
from models.opinions import Rating
from models.reviews import Review
from models.store import Store
from models.tickets import Ticket
from tests.privacy.test_retention import ago, how_many, purged, talked


async def test_words_beside_a_score_go_with_the_conversation(store: Store) -> None:
    for days, state in ((400, "resolved"), (390, "open"), (300, "resolved")):
        number = await talked(store, days, state)
        async with store.change() as tx:
            person = await tx.scalar(select(Ticket.customer_id).where(Ticket.id == number))
            rating = Rating(ticket_id=number, score=2, comment="хам", asked_at=ago(days))
            case = Complaint(ref=f"c{number}", customer_id=person, ticket_id=number, cause="words")
            case.state, case.outcome, case.words = "closed", "refund", "вернули"
            case.opened_at = case.answer_due_at = case.decide_due_at = ago(days)
            case.closed_at = ago(days)
            review = Review(ticket_id=number, text="хам", worth=1.0, reason="unsure", guess=[])
            review.created_at = ago(days)
            tx.add_all((rating, case, review))
    await purged(store, {"retention": {"messages_days": 365}})
    assert await how_many(store, Rating, Rating.comment.is_(None)) == 1
    assert await how_many(store, Rating, Rating.score == 2) == 3
    assert await how_many(store, Complaint, Complaint.words == "вернули") == 1
    assert await how_many(store, Complaint, Complaint.outcome == "refund") == 3
    assert await how_many(store, Review) == 2
