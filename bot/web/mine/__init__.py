"""My plan and my data: what a person sees, changes, takes away, shares and erases of their own record.

Nobody gets here but the person's own browser, or who holds a link that they made.
"""
