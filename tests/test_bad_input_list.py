"""The list of bad input (RELIABILITY §8), row by row, and the test that proves each.

Rows about places in a timetable, about the wire to the centre and about files have their tests
with the parts of the program that they concern.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.naughty import BY_ROW

TESTS = Path(__file__).parent

EVERY_TEXT = (
    "services/test_bad_input.py"
    "::test_every_text_is_kept_to_the_letter_or_refused_and_never_repeated"
)
NUMBERS = (
    "services/test_bad_numbers_and_times.py"
    "::test_every_number_is_refused_unless_it_is_right_and_leaves_nothing"
)
ARGUMENTS = (
    "services/test_replay.py::test_arguments_that_do_not_fit_are_refused_before_anything_is_done"
)
NO_FLOAT = (
    "services/test_replay.py::test_no_argument_of_a_verb_is_a_float_or_anything_without_a_form"
)
SPELT = (
    "services/test_bad_identities.py"
    "::test_every_person_is_found_by_each_spelling_of_their_number_and_by_no_other"
)
NOBODY = "services/test_bad_identities.py::test_what_is_nobodys_number_is_refused_and_finds_nobody"
TELEPHONE = (
    "services/test_bad_identities.py"
    "::test_a_number_that_cannot_be_read_is_kept_to_the_letter_and_is_nobody_elses"
)
SHIFT = "services/test_odd_clocks.py::test_a_whole_shift_is_worked_across_the_moment"
INSTANTS = (
    "services/test_bad_numbers_and_times.py"
    "::test_every_instant_of_a_block_is_kept_to_the_microsecond"
)
NO_INSTANT = "services/test_bad_numbers_and_times.py::test_what_is_no_instant_is_no_end_of_a_period"
DAYS = "services/test_bad_numbers_and_times.py::test_every_day_is_kept_or_refused"
NO_MARKUP = "ui/test_parts.py::test_no_part_shows_markup"

# What is another part's: the row, and what has to be there first.
LATER = {
    69: "a capacity", 70: "a priority", 86: "an e-mail address", 87: "a postal address",
    98: "a timetable", 100: "a timetable", 102: "opening hours", 103: "opening hours",
    104: "deadlines", 105: "the clock of the wire to the centre",
}  # fmt: skip

PROOF: dict[int, tuple[str, ...]] = {
    **dict.fromkeys(BY_ROW, (EVERY_TEXT,)),
    4: (EVERY_TEXT, "domain/test_text.py::test_no_database_keeps_nul_or_half_a_character"),
    9: (EVERY_TEXT, "domain/test_identity_whole.py::test_a_megabyte_is_refused_at_once"),
    10: (EVERY_TEXT, "domain/test_text.py::test_text_is_kept_as_it_is_or_refused"),
    11: (EVERY_TEXT, "domain/test_text.py::test_text_is_kept_as_it_is_or_refused"),
    12: ("domain/test_text.py::test_the_limit_counts_characters_whatever_room_they_take",),
    13: (EVERY_TEXT, "domain/test_text.py::test_no_database_keeps_nul_or_half_a_character"),
    14: (
        "cli/test_check.py::test_bytes_that_are_not_utf_8_are_an_error_on_their_line_only",
        "adapters/test_text_file.py::test_what_is_no_text_is_refused",
        ARGUMENTS,
    ),
    17: (EVERY_TEXT, "domain/test_names.py::test_a_name_is_found_under_its_forms"),
    27: (EVERY_TEXT, "ui/test_records.py::test_names_are_sorted_as_in_a_swedish_telephone_book"),
    29: (TELEPHONE, "domain/test_phone_numbers.py::test_a_number_is_read_in_any_spelling"),
    33: (EVERY_TEXT, "domain/test_identity_whole.py::test_the_naughty_strings_are_all_refused"),
    36: (EVERY_TEXT, TELEPHONE),
    38: (EVERY_TEXT, "domain/test_phone_numbers.py::test_a_megabyte_is_refused_at_once"),
    39: (EVERY_TEXT, NO_MARKUP, "ui/test_fields.py::test_markup_in_a_text_is_shown_as_it_is"),
    40: (EVERY_TEXT, NO_MARKUP),
    47: (EVERY_TEXT, "domain/test_snippet_files.py::test_a_formula_is_its_own_letters"),
    48: (
        EVERY_TEXT,
        "adapters/test_entry_page.py"
        "::test_what_looks_like_mark_up_in_a_note_stands_on_the_page_as_it_was_typed",
    ),
    49: (EVERY_TEXT, "test_logs.py::test_what_an_exception_quotes_is_not_in_the_file"),
    50: (EVERY_TEXT, ARGUMENTS),
    52: (
        EVERY_TEXT,
        "adapters/telephony/test_frames.py::test_no_value_smuggles_in_a_field",
    ),
    56: (NUMBERS,),
    57: (
        NUMBERS,
        "services/test_bad_numbers_and_times.py"
        "::test_places_in_unsaved_text_are_kept_whatever_they_are",
    ),
    58: (NUMBERS,),
    59: (NO_FLOAT,),
    60: (NO_FLOAT, ARGUMENTS),
    61: (NOBODY, TELEPHONE),
    62: (NOBODY, TELEPHONE),
    63: (NOBODY,),
    64: (SPELT, "domain/test_phone_numbers.py::test_a_number_is_read_in_any_spelling"),
    65: (
        NOBODY,
        TELEPHONE,
        "domain/test_identity_whole.py::test_only_the_digits_0_to_9_are_digits",
        "domain/test_phone_numbers.py::test_only_the_digits_0_to_9_are_digits",
    ),
    66: (ARGUMENTS,),
    67: (ARGUMENTS,),
    68: (
        NUMBERS,
        "services/test_bad_numbers_and_times.py"
        "::test_what_an_exchange_calls_a_wait_is_one_or_is_cut",
    ),
    71: (NOBODY, "domain/test_identity_whole.py::test_one_wrong_digit_is_always_noticed"),
    72: (SPELT, "domain/test_identity.py::test_a_personnummer_is_read_in_any_spelling"),
    73: (SPELT, "domain/test_identity.py::test_the_sign_is_plus_from_the_year_of_turning_100"),
    74: (SPELT, "domain/test_identity.py::test_a_samordningsnummer_need_not_tell_a_day_of_birth"),
    75: (
        SPELT,
        "domain/test_reserve_numbers.py"
        "::test_a_reserve_number_is_known_by_its_form_and_check_digit",
        "domain/test_reserve_numbers.py::test_a_faulty_reserve_number_is_refused_with_its_reason",
    ),
    76: (
        NOBODY,
        DAYS,
        "services/test_bad_numbers_and_times.py"
        "::test_the_day_somebody_is_born_is_the_day_in_sweden",
    ),
    77: (NOBODY, "services/test_bad_identities.py::test_a_day_of_death_is_one_that_has_been"),
    78: (NOBODY, DAYS),
    79: (SPELT, "domain/test_identity_whole.py::test_unseen_signs_between_digits_change_nothing"),
    80: (
        "services/test_one_person.py"
        "::test_two_who_are_one_are_shown_as_one_and_parted_as_they_were",
        "services/test_one_person.py"
        "::test_a_person_who_gets_a_number_is_found_by_the_former_one_too",
    ),
    81: (
        "services/test_one_person.py"
        "::test_a_protected_person_is_found_by_the_whole_identity_only_and_veiled",
        "ui/workstation/test_protected_everywhere.py"
        "::test_no_line_of_the_programs_own_log_tells_anything",
    ),
    82: ("services/test_one_person.py::test_death_and_language_are_noted_and_taken_away",),
    83: (
        "services/test_people.py::test_care_does_not_wait_for_a_number",
        "services/test_bad_identities.py"
        "::test_the_mark_of_somebody_unknown_is_given_to_nobody_else",
    ),
    84: (
        TELEPHONE,
        "services/test_bad_identities.py::test_a_number_that_is_longer_than_a_line_is_refused",
        "domain/test_phone_numbers.py::test_what_cannot_be_dialled_is_refused",
    ),
    85: (EVERY_TEXT, "domain/test_blocks.py::test_what_is_no_hsa_id_is_refused"),
    88: (EVERY_TEXT, "domain/test_people.py::test_a_name_is_clean_or_refused"),
    89: (SHIFT, INSTANTS),
    90: (SHIFT, INSTANTS),
    91: (SHIFT, DAYS, NOBODY),
    92: ("services/test_replay.py::test_a_time_that_no_clock_shows_is_refused",),
    93: ("services/test_replay.py::test_a_time_that_no_clock_shows_is_refused",),
    94: (INSTANTS, NO_INSTANT, DAYS),
    95: (INSTANTS, NO_INSTANT, "domain/test_calendar.py::test_a_time_without_a_zone_is_no_instant"),
    96: (
        INSTANTS,
        "services/test_bad_numbers_and_times.py"
        "::test_a_period_of_the_review_is_a_past_one_of_at_most_a_month",
    ),
    97: (
        "services/test_bad_numbers_and_times.py"
        "::test_a_period_of_the_review_is_a_past_one_of_at_most_a_month",
    ),
    99: (SHIFT,),
    101: (SHIFT, "domain/test_calendar.py::test_weeks_are_numbered_by_iso_8601"),
    106: (
        "services/test_odd_clocks.py::test_a_whole_shift_is_worked_by_a_clock_that_is_set_back",
        "services/test_odd_clocks.py"
        "::test_a_clock_that_is_set_back_gives_no_negative_time_and_keeps_nobody",
    ),
    107: (INSTANTS,),
}


def functions(path: Path) -> set[str]:
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }


def test_every_row_of_the_list_has_its_proof() -> None:
    """Text 1–33, what is injected 34–55, numbers 56–70, identities 71–88, times 89–107."""
    assert set(PROOF) | set(LATER) == set(range(1, 108))
    assert not set(PROOF) & set(LATER)
    assert all(PROOF.values())


@pytest.mark.parametrize("proof", sorted({proof for row in PROOF.values() for proof in row}))
def test_the_proof_is_there(proof: str) -> None:
    file, _, name = proof.partition("::")
    assert name in functions(TESTS / file)
