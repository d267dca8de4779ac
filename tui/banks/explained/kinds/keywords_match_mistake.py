"""The keywords of an item match a mistake.

Why: The learner who makes the mistake would be told that it is right.

Fails:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley near Kabul
            keywords: [[near]]
          - answer: It lies northeast of Kabul
        mistakes:
          It is a city near Kabul: Nothing but a valley.
        quote: Panjshir is a valley, northeast of Kabul

Passes:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley near Kabul
            keywords: [[valley], [near]]
          - answer: It lies northeast of Kabul
        mistakes:
          It is a city near Kabul: Nothing but a valley.
        quote: Panjshir is a valley, northeast of Kabul
"""
