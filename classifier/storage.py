"""Saves a TopicModel to a file and loads it back."""

import math
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from classifier import model_file, stored_ngrams
from classifier.arrays import AnyArray, Floats
from classifier.decision import Thresholds
from classifier.encoder import Encoder
from classifier.linear import Linear
from classifier.model import TopicModel
from classifier.model_file import ModelRefused
from classifier.neighbours import Neighbours
from classifier.scope import Scope
from classifier.scorer import EncoderBranch, Scorer

SIGNALS_ALONE, SIGNALS_BOTH, VOTERS = 3, 11, 3


def save(model: TopicModel, path: Path) -> None:
    """Write the model so that a reader sees either the old file or the whole new one."""
    model_file.write(path, header_of(model), arrays_of(model.scorer))


def load(path: Path, encoder: Encoder | None) -> TopicModel:
    """The model of a file, ready to serve; ModelRefused with plain words when it can't be."""
    header, arrays = model_file.read(path)
    try:
        model = _build(header, arrays, encoder)
        _check(model)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise ModelRefused(f"{path.name} is incomplete or inconsistent: {error}") from error
    if model.encoder_name and encoder and encoder.name != model.encoder_name:
        raise ModelRefused(f"{path.name} needs the encoder {model.encoder_name}")
    return model


def header_of(model: TopicModel) -> dict[str, Any]:
    """What a model file says in words and single numbers."""
    scorer = model.scorer
    return {
        "version": model.version,
        "topics": list(scorer.topics),
        "queues": dict(model.queues),
        "thresholds": asdict(model.thresholds),
        "alone": scorer.alone,
        "vote": list(scorer.vote),
        "scope_bias": [scorer.scope_alone.bias, scorer.scope_both.bias if scorer.scope_both else 0],
        "encoder": model.encoder_name,
        "metrics": dict(model.metrics),
        "fingerprint": model.fingerprint,
    }


def arrays_of(scorer: Scorer) -> dict[str, AnyArray]:
    """A scorer's arrays by name."""
    arrays: dict[str, AnyArray] = {
        **stored_ngrams.arrays_of(scorer.vocabulary),
        "ngram_weights": scorer.ngrams.weights.astype(np.float16),
        "ngram_bias": scorer.ngrams.bias,
        "scope_alone": scorer.scope_alone.weights,
    }
    if scorer.encoder is None or scorer.scope_both is None:
        return arrays
    near = scorer.encoder.neighbours
    return arrays | {
        "encoder_weights": scorer.encoder.linear.weights.astype(np.float16),
        "encoder_bias": scorer.encoder.linear.bias,
        "scope_both": scorer.scope_both.weights,
        "projection": near.projection.astype(np.float16),
        "centre": near.centre,
        "vectors": near.vectors,
        "labels": near.labels,
        "texts": stored_ngrams.lines(near.texts),
    }


def _build(
    header: Mapping[str, Any], arrays: Mapping[str, AnyArray], encoder: Encoder | None
) -> TopicModel:
    return TopicModel(
        scorer=_scorer(header, arrays),
        thresholds=Thresholds(**{key: float(value) for key, value in header["thresholds"].items()}),
        queues={str(topic): queue for topic, queue in header["queues"].items()},
        version=str(header["version"]),
        metrics=dict(header["metrics"]),
        fingerprint=str(header["fingerprint"]),
        encoder_name=header["encoder"],
        encoder=encoder if header["encoder"] else None,
    )


def _scorer(header: Mapping[str, Any], arrays: Mapping[str, AnyArray]) -> Scorer:
    biases = [float(bias) for bias in header["scope_bias"]]
    branch, both = None, None
    if header["encoder"]:
        linear = Linear(_floats(arrays["encoder_weights"]), arrays["encoder_bias"])
        branch = EncoderBranch(linear, _neighbours(arrays))
        both = Scope(arrays["scope_both"], biases[1])
    return Scorer(
        topics=tuple(map(str, header["topics"])),
        vocabulary=stored_ngrams.vocabulary_of(arrays),
        ngrams=Linear(_floats(arrays["ngram_weights"]), arrays["ngram_bias"]),
        alone=float(header["alone"]),
        scope_alone=Scope(arrays["scope_alone"], biases[0]),
        encoder=branch,
        vote=tuple(map(float, header["vote"])),
        scope_both=both,
    )


def _neighbours(arrays: Mapping[str, AnyArray]) -> Neighbours:
    """Files of earlier versions have no centre: theirs lies at zero."""
    projection, texts = _floats(arrays["projection"]), stored_ngrams.texts(arrays["texts"])
    centre = arrays.get("centre", np.zeros(projection.shape[1:], np.float32))
    return Neighbours(projection, centre, arrays["vectors"], arrays["labels"], texts)


def _floats(array: AnyArray) -> Floats:
    return array.astype(np.float32)


def _check(model: TopicModel) -> None:
    """ValueError unless every array has the shape the others need and holds finite numbers."""
    scorer = model.scorer
    columns = len(scorer.ngrams.bias)
    if not scorer.topics or columns - len(scorer.topics) not in (0, 1):
        raise ValueError("topics and weights do not agree")
    _expect(scorer.ngrams.weights, len(scorer.vocabulary.rarity), columns)
    _expect(scorer.ngrams.bias, columns)
    _expect(scorer.scope_alone.weights, SIGNALS_ALONE)
    numbers = [scorer.alone, *scorer.vote, scorer.scope_alone.bias]
    if not all(map(math.isfinite, numbers + list(asdict(model.thresholds).values()))):
        raise ValueError("a number is not finite")
    if len(scorer.vote) != VOTERS:
        raise ValueError("the vote needs a weight for each voter")
    if scorer.encoder and scorer.scope_both:
        _check_encoder(scorer.encoder, scorer.scope_both, columns)


def _check_encoder(branch: EncoderBranch, scope: Scope, columns: int) -> None:
    near, size = branch.neighbours, branch.neighbours.projection.shape[0]
    _expect(branch.linear.weights, size, columns)
    _expect(branch.linear.bias, columns)
    _expect(near.vectors, len(near.texts), near.projection.shape[1])
    _expect(near.centre, near.projection.shape[1])
    _expect(near.labels, len(near.texts))
    if near.labels.min() < 0 or near.labels.max() != columns - 1:
        raise ValueError("the training messages have other labels")
    _expect(scope.weights, SIGNALS_BOTH)


def _expect(array: AnyArray, *shape: int) -> None:
    if array.shape != shape or not np.isfinite(array).all():
        raise ValueError(f"an array of shape {array.shape} where {shape} is needed")
