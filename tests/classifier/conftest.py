"""One small trained model for all tests that only ask it."""

import pytest

from classifier.training import Trained, train
from tests.classifier.messages import QUEUES, shop_messages
from tests.classifier.stub import StubEncoder


@pytest.fixture(scope="session")
def trained() -> Trained:
    return train(shop_messages(), StubEncoder(), QUEUES, date="2026-01-31")


@pytest.fixture(scope="session")
def plain() -> Trained:
    """Trained without an encoder."""
    return train(shop_messages(), None, QUEUES)
