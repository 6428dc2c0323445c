"""Scores of coreference: B³ (Bagga, Baldwin 1998), MUC (Vilain et al. 1995), LEA (Moosavi, Strube 2016).

A clustering is a list of sets of mentions; a mention is anything hashable and stands in one set.
"""

from collections.abc import Hashable, Sequence, Set

from nieuwsextract.evaluation.scores import Counts

Clusters = Sequence[Set[Hashable]]


def b_cubed(found: Clusters, wanted: Clusters) -> Counts:
    """For every mention the share of its cluster that belongs with it; averaged over mentions."""
    return Counts(
        _sum_shares(found, wanted), _size(found), _size(wanted), recalled=_sum_shares(wanted, found)
    )


def lea(found: Clusters, wanted: Clusters) -> Counts:
    """For every cluster the share of its links that are there, weighted by its size."""
    return Counts(_sum_links(found, wanted), _size(found), _size(wanted), recalled=_sum_links(wanted, found))


def muc(found: Clusters, wanted: Clusters) -> Counts:
    """Links that both have, of the fewest links that make the clusters."""
    parts = sum(1 for one in found for other in wanted if one & other)
    common = _size([set().union(*found) & set().union(*wanted)]) if found and wanted else 0
    return Counts(common - parts, _size(found) - len(found), _size(wanted) - len(wanted))


def _size(clusters: Clusters) -> int:
    return sum(map(len, clusters))


def _sum_shares(clusters: Clusters, others: Clusters) -> float:
    return sum(len(one & other) ** 2 / len(one) for one in clusters for other in others)


def _sum_links(clusters: Clusters, others: Clusters) -> float:
    """Links of a cluster of n mentions: n·(n-1)/2; one mention alone is right when it is alone there too."""
    return sum(len(one) * _share_of_links(one, others) for one in clusters)


def _share_of_links(cluster: Set[Hashable], others: Clusters) -> float:
    if len(cluster) == 1:
        return float(any(cluster == other for other in others))
    return sum(_links(len(cluster & other)) for other in others) / _links(len(cluster))


def _links(size: int) -> float:
    return size * (size - 1) / 2
