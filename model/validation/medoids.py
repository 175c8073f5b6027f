"""k-medoids that start from given clusters.

Written here because scikit-learn has none, and no maintained library under a fitting licence was
found; it is a few lines.
"""

import numpy as np

from model.cohort import Rows
from model.judging import Numbers


def k_medoids(distances: Rows, labels: Numbers) -> Numbers:
    """The cluster of each row, given all distances between rows and the clusters to start from.

    By turns, each cluster takes as its medoid the row with the least sum of distances to the
    others in it, and each row goes to the nearest medoid, until the total no longer falls (Park
    and Jun 2009, doi 10.1016/j.eswa.2008.01.039; the clusters to start from take the place of
    their first medoids).
    """
    cost = np.inf
    while True:
        medoids = [_medoid(distances, np.flatnonzero(labels == k)) for k in np.unique(labels)]
        found: Numbers = distances[:, medoids].argmin(axis=1)
        now = float(distances[:, medoids].min(axis=1).sum())
        if now >= cost:
            return labels
        labels, cost = found, now


def _medoid(distances: Rows, members: Numbers) -> int:
    sums = distances[np.ix_(members, members)].sum(axis=0)
    return int(members[sums.argmin()])
