import hashlib, json, sys

dataset = json.load(open(sys.argv[1], encoding="utf-8"))
wrong = 0
for article in dataset["articles"]:
    text = article["text"]
    wrong += hashlib.sha256(text.encode("utf-8")).hexdigest() != article["sha256"]
    for annotation in article["annotations"]:
        for span in [annotation, *annotation.get("fragments", [])]:
            wrong += text[span["start"]:span["end"]] != span["text"]
sys.exit(f"{wrong} do not hold" if wrong else None)
