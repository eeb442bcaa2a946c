# Makefile -- builds, checks, shows and installs twinmap.
#
#   make           build into build/            make check     run every test
#   make demo      the sample network, served   make lint      style and doors
#   make golden    rewrite the golden files     make sanitize  ASan and UBSan
#   make pictures  those of README.md
#   make bench     print the speed figures      make fuzz      FUZZ_SECONDS=20 each
#   make install   DESTDIR= PREFIX=
#
# Includes run one way, topology <- discover and topology <- render <- server,
# and between the rooms of discover/, of render/ and of server/: a folder is
# compiled with the -I list below and with no other.

PREFIX = /usr/local
BUILD = build
CC = gcc
VERSION = 0.1

include_topology = -iquote topology
include_discover/device = -iquote discover/device $(include_topology)
include_discover/tables = -iquote discover/tables $(include_discover/device)
include_discover/engine = -iquote discover/engine $(include_discover/device)
include_discover/replay = -iquote discover/replay $(include_discover/engine)
include_discover/store = -iquote discover/store $(include_discover/engine)
include_discover/vantage = -iquote discover/vantage $(include_discover/store)
include_discover/crawl = -iquote discover/crawl -iquote discover/vantage \
	-iquote discover/store -iquote discover/tables $(include_discover/replay)
include_discover/probe = -iquote discover/probe -iquote discover/crawl \
	$(include_discover/engine)
include_discover = -iquote discover/probe $(include_discover/crawl)
include_render/picture = -iquote render/picture $(include_topology) \
	-I/usr/include/libxml2
include_render = -iquote render -iquote render/picture $(include_topology)
include_server/search = -iquote server/search -iquote topology
include_server/archive = -iquote server/archive $(include_server/search)
include_server/snapshot = -iquote server/snapshot $(include_server/archive)
include_server/http = -iquote server/http -iquote topology
include_server/worker = -iquote server/worker -iquote server/http \
	$(include_server/archive)
include_server/jobs = -iquote server/jobs -iquote server/worker \
	-iquote server/http $(include_server/archive) \
	-iquote render -iquote render/picture
include_server = -iquote server $(include_server/jobs)
include_samples = -iquote samples -iquote topology

# ---- Debian packages, all of them named here --------------------------------
packages_build = gcc libc6-dev make libsqlite3-dev libyaml-dev libcsv-dev \
	libgnutls28-dev libsnmp-dev libmnl-dev libc-ares-dev libgraphviz-dev libcmark-gfm-dev \
	libjansson-dev libcmark-gfm-extensions-dev libmicrohttpd-dev libseccomp-dev \
	libarchive-dev zlib1g-dev pkg-config libxml2-dev libcrypt-dev \
	fonts-liberation2 gnuplot-nox
packages_demo = iproute2 util-linux
packages_check = libcmocka-dev sqlite3 curl bind9-dnsutils openssl snmp snmpd \
	lldpd frr frr-snmp radvd dnsmasq-base nginx-light postfix dovecot-imapd \
	nftables iproute2 util-linux procps strace chromium libxml2-utils gnutls-bin rsync \
	systemd
packages_bench = wrk nghttp2-client nginx-light curl openssl sqlite3 git time snmp \
	iproute2 util-linux
packages_fuzz = clang libclang-rt-14-dev
packages_lint = clang clang-format clang-tidy cppcheck universal-ctags git \
	libclang-rt-14-dev

# ---- flags: one list of warnings for gcc and clang --------------------------
WARNINGS = -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith \
	-Wwrite-strings -Wcast-qual -Wvla -Wformat=2 -Wundef \
	-Wimplicit-fallthrough -Wno-missing-field-initializers
CFLAGS = -O2 -g
HARDENING = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
ALL_CFLAGS = -std=gnu11 -D_GNU_SOURCE $(CFLAGS) $(HARDENING) $(WARNINGS) \
	-DTWINMAP_VERSION='"$(VERSION)"' -MMD -MP
ALL_LDFLAGS = $(LDFLAGS) -pie -Wl,-z,relro,-z,now -Wl,--as-needed

libraries_topology = -lsqlite3 -lyaml -lcsv -lgnutls -lz
libraries_discover = -lnetsnmp -lmnl -ljansson -lcares -lresolv $(libraries_topology)
libraries_render = -lgvc -lcgraph -lxml2 -lcmark-gfm-extensions -lcmark-gfm \
	$(libraries_topology) -lm
libraries_server/search = $(libraries_topology)
libraries_server/archive = -larchive -ljansson $(libraries_topology)
libraries_server/snapshot = $(libraries_server/archive)
libraries_server/http = -lmicrohttpd -lseccomp -lcrypt $(libraries_topology)
libraries_server = -larchive -lmicrohttpd -lseccomp -lcrypt -ljansson $(libraries_render)
libraries_samples = $(libraries_topology)

# ---- what there is: FOLDER/NAME_main.c is the program twinmap-NAME ----------
rooms = probe crawl vantage store replay tables engine device
server_rooms = jobs worker http snapshot archive search
folders = topology $(rooms:%=discover/%) render/picture render \
	$(server_rooms:%=server/%) server samples
sources = $(foreach folder,$(folders),$(wildcard $(folder)/*.c))
mains = $(filter %_main.c,$(sources))
programs = $(foreach main,$(mains),$(BUILD)/twinmap-$(patsubst %_main.c,%,$(notdir $(main))))
parts = $(filter-out $(mains),$(sources))
object = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

# For targets that install packages first: who gave no -j gets all cores.
parallel = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))

.PHONY: all unit check demo golden pictures lint sanitize sanitize-run bench \
	fuzz install clean packages-build packages-demo packages-check \
	packages-fuzz packages-lint packages-bench
.DELETE_ON_ERROR:
.SECONDARY:

all: $(BUILD)/twinmap $(programs) $(BUILD)/share/twinmap
	

# Data is read where it lies, so a page or a rule needs no rebuild.
$(BUILD)/share/twinmap:
	@mkdir -p $@
	@ln -sfnr topology $@/topology
	@ln -sfnr templates $@/templates

archives_topology = topology
archives_discover = $(rooms:%=discover/%) topology
archives_render = render render/picture topology
archives_server/search = server/search topology
archives_server/archive = server/archive $(archives_server/search)
archives_server/snapshot = server/snapshot $(archives_server/archive)
archives_server/http = server/http topology
archives_server = server server/jobs server/worker server/http server/archive \
	server/search $(archives_render)
archives_samples = samples topology
archives_of = $(foreach folder,$(archives_$(1)),$(BUILD)/obj/$(folder).a)

define folder_rules
$(BUILD)/obj/$(1)/%.o: $(1)/%.c Makefile
	@mkdir -p $$(@D)
	@echo "  CC    $$<"
	@$$(CC) $$(ALL_CFLAGS) $(include_$(1)) -c -o $$@ $$<

$(BUILD)/obj/$(1).a: $(call object,$(filter $(wildcard $(1)/*.c),$(parts)))
	@rm -f $$@
	@mkdir -p $$(@D)
	@ar rcs $$@ $$^
endef

# The rooms of one house are linked and tested as one.
houses = topology discover render server/http server/archive server/search \
	server/snapshot \
	server samples
define house_rules
$(BUILD)/tests/unit/$(1)/%: tests/unit/$(1)/%.c $(archives_of) Makefile
	@mkdir -p $$(@D)
	@echo "  CC    $$<"
	@$$(CC) $$(ALL_CFLAGS) $(include_$(1)) -Itests/unit -o $$@ $$< \
		$(archives_of) $$(ALL_LDFLAGS) -lcmocka $$(libraries_$(1))
endef

define program_rule
$(BUILD)/twinmap-$(patsubst %_main.c,%,$(notdir $(2))): $(call object,$(2)) \
		$(archives_of)
	@echo "  LINK  $$@"
	@$$(CC) -o $$@ $$^ $$(ALL_LDFLAGS) $$(libraries_$(1))
endef

# A room that lists its own archives makes a house of its own.
folder_of = $(patsubst %/,%,$(dir $(1)))
house_of = $(if $(archives_$(folder_of)),$(folder_of),$(firstword $(subst /, ,$(1))))
$(foreach folder,$(folders),$(eval $(call folder_rules,$(folder))))
$(foreach house,$(houses),$(eval $(call house_rules,$(house))))
$(foreach main,$(mains),$(eval $(call program_rule,$(call house_of,$(main)),$(main))))

# What tests run but nobody installs.
$(BUILD)/tests/walk: tests/live/walk.c $(call archives_of,discover) Makefile
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(ALL_CFLAGS) $(include_discover) -o $@ $< \
		$(call archives_of,discover) $(ALL_LDFLAGS) $(libraries_discover)

$(BUILD)/tests/clients: tests/server/clients.c Makefile
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(ALL_CFLAGS) -o $@ $< $(ALL_LDFLAGS)

$(BUILD)/tests/conforms: tests/golden/conforms.c Makefile
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(ALL_CFLAGS) -o $@ $< $(ALL_LDFLAGS) -ljansson

archives_fuzz = $(foreach house,discover render server/archive server/http,$(archives_$(house)))
$(BUILD)/fuzz/%: tests/fuzz/fuzz_%.c $(call archives_of,fuzz) Makefile
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(ALL_CFLAGS) $(include_discover) $(include_render) $(include_server/archive) \
		$(include_server/http) -Itests/unit -fsanitize=fuzzer -o $@ $< \
		$(call archives_of,fuzz) $(ALL_LDFLAGS) $(libraries_discover) \
		$(libraries_render) $(libraries_server/archive) $(libraries_server/http)

# What pages are made with, NAME:PKG-CONFIG'S NAME, for the manifests.
tools = graphviz:libgvc cmark-gfm:libcmark-gfm net-snmp:netsnmp zlib:zlib
tool_words = $(subst :, ,$(1))
tool_version = "$(word 1,$(tool_words))": "$(shell pkg-config --modversion \
	$(word 2,$(tool_words)) 2>/dev/null)",
font_version = $(shell dpkg-query -W -f '$${Version}' fonts-liberation2 2>/dev/null)
tools_json = {$(foreach tool,$(tools),$(call tool_version,$(tool))) \
	"fonts-liberation2": "$(font_version)"}
$(BUILD)/obj/server/archive/archive_state.o: ALL_CFLAGS += \
	-DTWINMAP_TOOLS='"$(subst ",\",$(tools_json))"'

$(BUILD)/obj/twinmap.o: twinmap.c Makefile
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(ALL_CFLAGS) -iquote topology -c -o $@ $<

$(BUILD)/twinmap: $(BUILD)/obj/twinmap.o $(call archives_of,topology)
	@echo "  LINK  $@"
	@$(CC) -o $@ $^ $(ALL_LDFLAGS) $(libraries_topology)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# ---- tests ------------------------------------------------------------------
unit_sources = $(foreach house,$(houses),$(wildcard tests/unit/$(house)/test_*.c))
unit_programs = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(unit_sources))
# The longest first, for several run at once.
check_scripts = $(wildcard tests/browser/test_*.sh tests/golden/test_*.sh \
	tests/server/test_*.sh tests/replay/test_*.sh)
root_scripts = $(wildcard tests/live/test_*.sh)

unit: $(unit_programs) $(BUILD)/tests/walk $(BUILD)/tests/conforms \
	$(BUILD)/tests/clients

check: packages-build packages-check
	@$(MAKE) --no-print-directory $(parallel) all unit
	@test "$$(id -u)" = 0 || echo "not root: $(root_scripts) are left out"
	@BUILD=$(BUILD) tests/run $(check_scripts) $(unit_programs) \
		$(if $(filter 0,$(shell id -u)),$(root_scripts),)

golden: all
	@BUILD=$(BUILD) GOLDEN=write tests/run $(wildcard tests/golden/test_*.sh)

pictures: all
	@BUILD=$(BUILD) tests/browser/pictures

# A check that may go on makes gcc see null pointers where there are none.
sanitize: packages-build packages-check
	@$(MAKE) --no-print-directory $(parallel) BUILD=build-sanitize CFLAGS="-O1 -g \
		-fsanitize=address,undefined -fno-omit-frame-pointer \
		-fno-sanitize-recover=undefined" HARDENING= \
		LDFLAGS="-fsanitize=address,undefined" sanitize-run

sanitize-run: all unit
	@BUILD=$(BUILD) SANITIZE=1 tests/run \
		$(filter-out tests/browser/%,$(check_scripts)) $(unit_programs)

# What libFuzzer finds stays in build-fuzz; the seeds are ours.
FUZZ_SECONDS = 20
fuzz_length_import = 16384
fuzzers = $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))

fuzz: packages-build packages-fuzz
	@$(MAKE) --no-print-directory BUILD=build-fuzz CC=clang CFLAGS="-O1 -g \
		-fsanitize=fuzzer-no-link,address,undefined \
		-fno-sanitize-recover=undefined" HARDENING= \
		LDFLAGS="-fsanitize=address,undefined" $(fuzzers:%=fuzz-%)

$(fuzzers:%=fuzz-%): fuzz-%: $(BUILD)/fuzz/% $(BUILD)/share/twinmap
	@mkdir -p $<.found
	@echo "  FUZZ  $*: $(FUZZ_SECONDS) seconds"
	@$< -max_total_time=$(FUZZ_SECONDS) -max_len=$(or $(fuzz_length_$*),2048) -timeout=5 \
		-artifact_prefix=$<- $<.found tests/fuzz/corpus/$* >$<.log 2>&1 || \
		{ tail -n 40 $<.log; exit 1; }
	@tail -n 1 $<.log

bench: packages-build packages-bench
	@$(MAKE) --no-print-directory $(parallel) all
	@BUILD=$(BUILD) tests/bench/run
	@BUILD=$(BUILD) tests/bench/analyse
	@BUILD=$(BUILD) tests/bench/render
	@BUILD=$(BUILD) tests/bench/devices
	@BUILD=$(BUILD) tests/bench/pictures
	@BUILD=$(BUILD) tests/bench/union
	@BUILD=$(BUILD) tests/bench/compare
	@BUILD=$(BUILD) tests/bench/archive
	@BUILD=$(BUILD) tests/bench/search
	@BUILD=$(BUILD) tests/bench/serve

lint: packages-lint
	@tests/lint

demo: packages-build packages-demo
	@$(MAKE) --no-print-directory $(parallel) all
	@BUILD=$(BUILD) SERVE=$(SERVE) samples/demo

packages-build packages-demo packages-check packages-fuzz packages-lint \
	packages-bench: \
	packages-%:
	@tests/install-packages $(packages_$*)

# ---- installation -----------------------------------------------------------
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/libexec/twinmap \
		$(DESTDIR)$(PREFIX)/share/twinmap
	install $(BUILD)/twinmap $(DESTDIR)$(PREFIX)/bin/
	install $(filter-out %/twinmap-recordings %/twinmap-services,$(programs)) \
		$(DESTDIR)$(PREFIX)/libexec/twinmap/
	tests/install-data $(DESTDIR)$(PREFIX)/share/twinmap
	samples/systemd/install "$(DESTDIR)" "$(PREFIX)"

clean:
	rm -rf $(BUILD) build-clang build-sanitize build-fuzz
