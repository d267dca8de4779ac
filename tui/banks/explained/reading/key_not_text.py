"""The key of a mapping is a list or a mapping.

Why: What stands before a colon is the name of a field or a text of your own. Mostly a text that
begins with a bracket lacks its quotes, and the learner would never see it.

Fails:

    topics:
      nrf: {title: The NRF}
      [nrf, leaders]: {title: Leaders}

Passes:

    topics:
      nrf: {title: The NRF}
"""
