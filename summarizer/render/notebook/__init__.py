"""What a notebook shows of a result, and of a text that was checked: a fragment of HTML that stays in its cell.

In comes a finished value, out comes one fragment of bounded size, made of what `fragments` has. It must never load
anything, run anything, or reach beyond its cell; what it leaves out it counts, and says where all of it is.
"""
