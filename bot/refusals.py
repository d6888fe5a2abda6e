"""Why people may not decide."""

from enum import StrEnum


class Refusal(StrEnum):
    """Why a person may not decide; each has its words as `tap-<refusal>`."""

    NOT_REVIEWER = "not-reviewer"
    NOT_OPERATOR = "not-operator"
    OWN_REQUEST = "own-request"
    NOT_AT_THIS_STAGE = "not-at-this-stage"
    """Other teams approve at this stage."""
    VOTED_BEFORE = "voted-before"
    """They have approved at an earlier stage: this one wants other people."""
    VOTED_OTHERWISE = "voted-otherwise"
    """They have voted from an account that was theirs then: nobody votes twice."""
    DELEGATORS_REQUEST = "delegators-request"
    """The request is of the person in whose stead they would decide."""
    DELEGATOR_VOTED = "delegator-voted"
    """The person in whose stead they would decide has a vote already."""
    CANNOT_VERIFY = "cannot-verify"
    """Whether the person has a role that may decide could not be learnt."""
