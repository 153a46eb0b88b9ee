"""What the cards of surveys show."""

from dataclasses import dataclass

from models.memory.surveys import Survey
from models.people import Customer
from services.context import Context


@dataclass(frozen=True, slots=True)
class SurveyView:
    """A question as far as it has been answered."""

    survey: Survey
    customer: Customer


async def read_survey(context: Context, survey_id: int) -> SurveyView | None:
    """A survey by its id; None when it is gone, or its customer is."""
    async with context.store.look() as tx:
        survey = await tx.get(Survey, survey_id)
        customer = await tx.get(Customer, survey.customer_id) if survey else None
    if survey is None or customer is None or customer.erased_at is not None:
        return None
    return SurveyView(survey, customer)
