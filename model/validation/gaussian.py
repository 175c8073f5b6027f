"""A Gaussian mixture that starts from given clusters."""

import numpy as np
from sklearn.mixture import GaussianMixture

from model.assumptions import Assumptions
from model.cohort import Rows
from model.judging import Numbers


def gaussian_mixture(scaled: Rows, labels: Numbers, assumptions: Assumptions) -> GaussianMixture:
    """Fit one component with a covariance of its own for each cluster, starting from them.

    Counts are whole numbers and many are nought, so a component could shrink onto one of them
    and grow likely beyond all bounds. The floor under each variance keeps it from that.
    """
    floor = assumptions.number("validation.covariance_floor")
    groups = [scaled[labels == k] for k in range(labels.max() + 1)]
    under = floor * np.eye(scaled.shape[1])
    mixture = GaussianMixture(
        n_components=len(groups),
        covariance_type="full",
        reg_covar=floor,
        tol=assumptions.number("validation.mixture_tolerance"),
        max_iter=assumptions.whole("validation.mixture_steps"),
        weights_init=[len(group) / len(scaled) for group in groups],
        means_init=[group.mean(axis=0) for group in groups],
        precisions_init=[np.linalg.inv(np.cov(g, rowvar=False, bias=True) + under) for g in groups],
    )
    return mixture.fit(scaled)
