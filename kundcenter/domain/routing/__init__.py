"""Where to: which destinations a caller's need allows, in which order, and why.

The rules R1–R9 are DOMAIN §3.6.  The nurse decides; what is ranked is a proposal with reasons.
"""
