"""The keywords of an item match another item.

Why: The learner who gives the other item would be credited with both.

Fails:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley near Kabul
            keywords: [[kabul]]
          - answer: It lies northeast of Kabul
        quote: Panjshir is a valley, northeast of Kabul

Passes:

    questions:
      - kind: list
        prompt: What does the article say of Panjshir?
        items:
          - answer: It is a valley near Kabul
            keywords: [[valley]]
          - answer: It lies northeast of Kabul
        quote: Panjshir is a valley, northeast of Kabul
"""
