"""What may include an applicant."""

from builders import a_catalogue, a_vocabulary

from generator.model.vocabulary import Term
from generator.rules import wider_applicants


def test_an_applicant_belongs_to_one_that_belongs_to_none() -> None:
    terms = [
        Term(code="company", label="公司"),
        Term(code="start-up", label="初創", group="company"),
        Term(code="young", label="新公司", group="start-up"),
        Term(code="school", label="學校", group="education"),
        Term(code="self", label="自己", group="self"),
    ]
    made = a_vocabulary("applicants", terms=terms)
    lines = [str(it) for it in wider_applicants.check(a_catalogue(vocabularies=[made]))]
    assert [it.split(": ", 1)[1] for it in lines] == [
        f"{group!r} is no code that {code!r} may belong to (write one of these: company)"
        for group, code in (("start-up", "young"), ("education", "school"), ("self", "self"))
    ]
