"""python3 -m unittest test_glosswright, in this folder.

GLOSSWRIGHT_MADE names a folder with a `workspace` and what the exporter made of it, `dataset.json` and `dataset.jsonl`;
the project's test suite makes one. Without it those tests are skipped.
"""

import contextlib
import dataclasses
import doctest
import io
import json
import os
import pathlib
import pickle
import shutil
import tempfile
import unittest

import glosswright

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLE = HERE.parent / "examples" / "dataset.json"
MADE = os.environ.get("GLOSSWRIGHT_MADE")


def load_tests(loader, tests, pattern):
    before = os.getcwd()
    in_examples = {"setUp": lambda _: os.chdir(EXAMPLE.parent), "tearDown": lambda _: os.chdir(before)}
    tests.addTests(doctest.DocTestSuite(glosswright, **in_examples))
    return tests


class InFolder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def changed(self, change):
        """The example with something changed, in a file."""
        document = json.loads(EXAMPLE.read_text("utf-8"))
        change(document)
        path = self.folder / "changed.json"
        path.write_text(json.dumps(document), "utf-8")
        return path

    def refused(self, path):
        with self.assertRaises(glosswright.GlosswrightError) as caught:
            glosswright.load(path)
        return str(caught.exception)


class Example(unittest.TestCase):
    def setUp(self):
        self.dataset = glosswright.load(EXAMPLE)
        self.ferries = self.dataset.articles[0]

    def test_every_span_is_its_slice(self):
        for article in self.dataset:
            for annotation in article.annotations:
                for span in annotation.spans:
                    self.assertEqual(article.text[span.start : span.end], span.text)

    def test_a_role_is_filled_by_a_mention_an_actor_or_a_constant(self):
        commitment = self.ferries.acts("commitment")[0]
        [committer] = commitment.roles["committer"]
        self.assertEqual((committer.mention.id, committer.actor.id, committer.name), ("m2", "norland", "Norland"))
        [beneficiary] = commitment.roles["beneficiary"]
        self.assertEqual((beneficiary.mention, beneficiary.name), (None, "the strait states"))
        denial = self.ferries.acts("accusation")[1]
        self.assertEqual([one.constant for one in denial.roles["accuser"]], ["unknown"])
        self.assertEqual(denial.names("accuser"), ["unknown"])

    def test_an_act_says_what_holds_by_default_and_what_it_answers(self):
        denial = self.ferries.acts("accusation")[1]
        self.assertEqual(denial.attributes["polarity"], "denied")
        self.assertEqual(denial.attributes["voice"], "paraphrased")
        self.assertEqual([(kind, end.id) for kind, end in denial.links], [("responds-to", "m5")])
        self.assertTrue(denial.is_unsure)

    def test_an_act_is_asked_as_its_annotation_is(self):
        names = "id label start end text quote spans note certainty is_unsure annotator".split()
        for act in (act for article in self.dataset for act in article.acts()):
            for name in names:
                self.assertEqual(getattr(act, name), getattr(act.annotation, name), name)

    def test_whom_nobody_knows_is_a_key_error(self):
        for ask in (self.dataset.actor, self.dataset.article, self.ferries.annotation):
            self.assertRaises(KeyError, ask, "nobody")

    def test_entities_are_apart_and_with_the_left_out_they_are_all(self):
        text, annotations = example = glosswright.to_spacy(self.ferries)
        self.assertEqual(text, self.ferries.text)
        entities = annotations["entities"]
        self.assertTrue(all(before[1] <= after[0] for before, after in zip(entities, entities[1:])))
        out = [(span.start, span.end, one.label) for one, span in example.left_out]
        self.assertEqual(sorted(entities + out), sorted(annotations["spans"]["sc"]))
        self.assertEqual(len(out), 1)

    def test_what_is_read_can_be_hashed_and_sent_to_another_process(self):
        self.assertEqual(len(set(self.ferries.annotations)), 7)
        self.assertEqual(pickle.loads(pickle.dumps(self.dataset)), self.dataset)


class Checks(InFolder):
    def problems(self, change):
        return glosswright.check(self.changed(change))

    def test_an_offset(self):
        [problem] = self.problems(lambda d: d["articles"][1]["annotations"][0].update(end=54))
        self.assertIn("says “The League”, but from 45 to 54 stands “The Leagu”", problem)

    def test_a_place_outside(self):
        [problem] = self.problems(lambda d: d["articles"][1]["annotations"][0].update(end=5400))
        self.assertIn("lies outside the text", problem)

    def test_a_text(self):
        problems = self.problems(lambda d: d["articles"][1].update(text=d["articles"][1]["text"].upper()))
        self.assertIn("has another hash", problems[0])
        self.assertIn("stands “THE LEAGUE”", problems[1])

    def test_a_fragment(self):
        def change(document):
            document["articles"][0]["annotations"][2]["fragments"][0]["text"] = "could"

        self.assertIn("says “could”", self.problems(change)[0])

    def test_pointers(self):
        def change(document):
            one = document["articles"][0]["annotations"][2]
            one["roles"] = {"committer": [{"mention": "m99"}, {"actor": "x"}]}
            one["links"] = [{"kind": "same-as", "to": "m98"}]

        self.assertEqual(
            [problem.split(" “norland-promises-night-ferries-d28cdbf3” ")[1] for problem in self.problems(change)],
            [
                "points to the annotation “m99”, which is not there.",
                "points to the annotation “m98”, which is not there.",
                "points to the actor “x”, who is not there.",
            ],
        )

    def test_two_of_one_id(self):
        [problem] = self.problems(lambda d: d["articles"][1]["annotations"].append(d["articles"][1]["annotations"][0]))
        self.assertIn("has an id that another one has", problem)


class Refusals(InFolder):
    def test_a_newer_version(self):
        sentence = self.refused(self.changed(lambda d: d.update(version=4)))
        self.assertIn("has version 4 of glosswright/dataset; this reader knows versions up to 3", sentence)

    def test_other_offsets(self):
        path = self.changed(lambda d: d.update(offsets={"unit": "utf16", "end": "exclusive"}))
        self.assertIn("counts its offsets in another way", self.refused(path))

    def test_what_is_no_dataset(self):
        path = self.folder / "x.json"
        for content, said in [
            (b'{"a": 1}', "is not a file of the format"),
            (b"[1]", "is not a Glosswright file"),
            (b"", "is not JSON"),
            (EXAMPLE.read_bytes()[:400], "is not JSON"),
            (b"\xff\xfe", "is not UTF-8"),
            (b'{"a":' * 100_000, "is nested too deep"),
        ]:
            path.write_bytes(content)
            self.assertIn(said, self.refused(path))
        self.assertIn("could not be read", self.refused(self.folder / "nothing"))
        self.assertIn("is not a workspace", self.refused(self.folder))

    def test_another_shape(self):
        self.assertIn("lacks 'text'", self.refused(self.changed(lambda d: d["articles"][0].pop("text"))))
        for change in (
            lambda d: d.update(articles=[1]),
            lambda d: d["articles"][0]["annotations"][0].update(start="45"),
            lambda d: d["articles"][0]["annotations"][0].update(roles=[]),
        ):
            self.assertIn("has another shape", self.refused(self.changed(change)))

    def test_a_dataset_of_version_1_has_actors_of_little_more_than_an_id(self):
        path = self.changed(lambda d: d.update(version=1, actors=[{"id": one["id"]} for one in d["actors"]]))
        self.assertEqual(glosswright.load(path).actor("norland").name, "norland")


class CommandLine(InFolder):
    def printed(self, *arguments):
        out, error = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
            status = glosswright.main([str(one) for one in arguments])
        return status, out.getvalue(), error.getvalue()

    def test_counts(self):
        status, out, _ = self.printed(EXAMPLE)
        self.assertEqual(status, 0)
        self.assertIn("2 articles, 8 annotations, 6 actors", out)

    def test_check(self):
        self.assertEqual(self.printed(EXAMPLE, "--check")[:2], (0, "Every hash, slice and pointer holds.\n"))
        path = self.changed(lambda d: d["articles"][1]["annotations"][0].update(end=54))
        status, out, error = self.printed(path, "--check")
        self.assertEqual((status, out), (1, "1 do not hold.\n"))
        self.assertIn("The annotation “t1” of Jonas", error)

    def test_a_file_that_cannot_be_read(self):
        status, _, error = self.printed(self.folder / "nothing")
        self.assertEqual((status, error.count("\n")), (1, 1))


@unittest.skipUnless(MADE, "nothing was made")
class Made(InFolder):
    def setUp(self):
        super().setUp()
        self.made = pathlib.Path(MADE)
        self.dataset = glosswright.load(self.made / "dataset.json")

    def test_a_workspace_is_what_is_exported_of_it(self):
        workspace = glosswright.load(self.made / "workspace")
        self.assertEqual([one.id for one in workspace], [one.id for one in self.dataset])
        for mine, exported in zip(workspace, self.dataset):
            for name in (one.name for one in dataclasses.fields(glosswright.Article) if one.name != "header"):
                self.assertEqual(getattr(mine, name), getattr(exported, name), f"{name} of {mine.id}")
            self.assertEqual(mine.acts(), exported.acts())
        self.assertEqual(list(workspace.actors.items()), list(self.dataset.actors.items()))
        self.assertEqual(workspace.scheme, self.dataset.scheme)
        self.assertEqual(glosswright.check(workspace), [])

    def test_lines_are_the_dataset(self):
        lines = glosswright.load(self.made / "dataset.jsonl")
        self.assertEqual(lines, self.dataset)

    def test_lines_are_read_one_by_one(self):
        path = self.folder / "cut.jsonl"
        lines = (self.made / "dataset.jsonl").read_bytes().split(b"\n")
        path.write_bytes(b"\n".join([*lines[:2], lines[2][:-9]]))
        articles = glosswright.iter_articles(path)
        self.assertEqual(next(articles), self.dataset.articles[0])
        with self.assertRaisesRegex(glosswright.GlosswrightError, "line 3” is not JSON, or only a part of it"):
            next(articles)

    def test_files_of_a_workspace_that_are_not_right_are_named(self):
        for name, old, new, said in [
            ("glosswright.json", '"version": 2', '"version": 3', "has version 3 of glosswright/workspace"),
            ("annotators/*/*-*.json", '"version": 2', '"version": 9', "has version 9 of glosswright/annotations"),
            ("annotators/*/*-*.json", '"sha256": "', '"sha256": "0', "belongs to another article"),
            ("articles/*.json", '"sha256"', '"sha"', "lacks 'sha256'"),
            ("annotators/*/actors.json", '"aliases"', '"alias"', "lacks 'aliases'"),
        ]:
            root = self.folder / str(abs(hash((name, new))))
            shutil.copytree(self.made / "workspace", root)
            path = sorted(root.glob(name))[0]
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
            sentence = self.refused(root)
            self.assertIn(said, sentence)
            self.assertIn(str(path), sentence)

    def test_a_text_that_was_changed_is_found(self):
        root = self.folder / "workspace"
        shutil.copytree(self.made / "workspace", root)
        [path, *_] = sorted(root.glob("articles/*.txt"))
        path.write_bytes(path.read_bytes() + b"!")
        self.assertEqual(len(glosswright.check(root)), 1)


if __name__ == "__main__":
    unittest.main()
