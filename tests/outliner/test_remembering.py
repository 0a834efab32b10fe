from converter.outliner.remembering import MOST, remembered


def test_one_object_is_asked_for_once() -> None:
    asked: list[list[int]] = []

    @remembered
    def total(given: list[int]) -> int:
        asked.append(given)
        return sum(given)

    one, equal = [1, 2], [1, 2]
    assert [total(one), total(one), total(equal)] == [3, 3, 3]
    assert len(asked) == 2


def test_old_results_are_forgotten() -> None:
    made: list[int] = []

    @remembered
    def length(given: list[int]) -> int:
        made.append(len(given))
        return len(given)

    lists = [[0] * number for number in range(MOST + 1)]
    for given in (*lists, lists[0]):
        assert length(given) == len(given)
    assert len(made) == MOST + 2


def test_of_several_objects_each_has_to_be_the_same() -> None:
    made = []

    @remembered
    def total(one: list[int], other: list[int]) -> int:
        made.append(1)
        return sum(one) + sum(other)

    one, other = [1], [2]
    assert total(one, other) == total(one, other) == total(one, [2]) == 3
    assert len(made) == 2
