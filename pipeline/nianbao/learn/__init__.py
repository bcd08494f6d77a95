"""How the models are made: corpus, generator, evaluation. Never imported at run time."""
