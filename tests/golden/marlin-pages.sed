# marlin-pages.sed -- what of the sample's pages differs from one crawl to the
# next: the crawl's clock, how long an echo took, which neighbour was the first
# to tell an address, and which address or device was the first to answer.
s/[0-9a-f]{64}/(hash)/
s/20[0-9]{2}-[0-9]{2}-[0-9]{2} `?[0-9:]{8}`? UTC/(time)/

# Round trips: in microseconds with a probe, in milliseconds with a circuit.
s/median [0-9]+ µs(, jitter [0-9]+ µs)?/median (µs)/g
/^\| IPv[46] \| `/s/\| [0-9]+\.[0-9] \| [0-9]+\.[0-9] \|/| (ms) | (ms) |/

# Addresses that lead to a device, the one that answered, and the probes of it.
/^\| `.*\| same device \|/s/.*/| (told) | same device | (why) |/
/^\| Address \| Found by/,/^$/s/\| [0-9]+ \|/| (requests) |/
s/\| `[^`]*` (\| SNMPv)/| (address) \1/
/^\| Read over/,/^$/{/^\| IPv/d}
s/(answered|not asked)(\]\([^)]*\))? \| `[^`]*` \|$/\1\2 | (address) |/
s/(probes\.md#)probe-(t1|m1|x1)-[^)]*/\1(probe)/g
s/<a id="probe-(t1|m1|x1)-[^"]*"><\/a>([^|]*\|[^|]*\| IPv[46] \| )`[^`]*`/\2(address)/

# Which of two devices speaks for what both of them told.
s/\[[a-z0-9-]+: ([A-Z][A-Z0-9-]*-MIB::[^]]*\]\()[^)]*/[(device): \1(evidence)/g
