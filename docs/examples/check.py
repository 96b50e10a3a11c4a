import hashlib, json, sys

dataset = json.load(open(sys.argv[1], encoding="utf-8"))
actors = {actor["id"] for actor in dataset["actors"]}
wrong = 0
for article in dataset["articles"]:
    text = article["text"]
    wrong += hashlib.sha256(text.encode("utf-8")).hexdigest() != article["sha256"]
    there = {(annotation["annotator"], annotation["id"]) for annotation in article["annotations"]}
    for annotation in article["annotations"]:
        for span in [annotation, *annotation.get("fragments", [])]:
            wrong += text[span["start"]:span["end"]] != span["text"]
        pointers = [filler for fillers in annotation["roles"].values() for filler in fillers]
        pointers += [{"mention": link["to"]} for link in annotation.get("links", [])]
        pointers += [{"actor": annotation["actor"]}] if "actor" in annotation else []
        for pointer in pointers:
            wrong += "mention" in pointer and (annotation["annotator"], pointer["mention"]) not in there
            wrong += "actor" in pointer and pointer["actor"] not in actors
sys.exit(f"{wrong} do not hold" if wrong else None)
