"""A model whose file holds no words of customers: of its training messages only known ones stay.

A trained model carries the texts of its training messages to show the nearest one. Serving needs
their places and labels alone, so whoever is erased leaves nothing readable in a model file.
"""

from collections.abc import Collection
from dataclasses import replace

from classifier.model import TopicModel


def only_words_of(model: TopicModel, known: Collection[str]) -> TopicModel:
    """The same model; texts that are not among `known` (readings) are empty."""
    branch = model.scorer.encoder
    if branch is None:
        return model
    kept = tuple(text if text in known else "" for text in branch.neighbours.texts)
    neighbours = replace(branch.neighbours, texts=kept)
    scorer = replace(model.scorer, encoder=replace(branch, neighbours=neighbours))
    return replace(model, scorer=scorer)
