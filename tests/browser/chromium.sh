# chromium.sh -- sourced by test scripts: a browser that is driven as a person
# drives it, by keys, mouse and fingers, through its pipe for debuggers.
#
#   . "$(dirname "$0")/chromium.sh"
#   browser_start               one window of 1280 by 900
#   browser_open URL            and waits until it is loaded
#   browser_ask METHOD PARAMS   a call of the protocol; the answer in $work/answer
#   browser_value EXPRESSION    prints what it is, or comes to be, on the page
#   browser_keys KEY...         each is pressed: a letter or "Tab", "Shift+Tab" ...
#   browser_mouse TYPE X Y [JSON MEMBERS]
#   browser_media FEATURE VALUE "prefers-color-scheme" dark; "" print
#   browser_shoot FILE          what is in the window, as PNG
#   browser_print FILE          the page as PDF
#   $work/console               what the console and the policies said
browser_start() {
	mkfifo "$work/asked" "$work/answered"
	TMPDIR=$work chromium --headless --no-sandbox --disable-gpu \
		--disable-quic \
		--no-first-run --disable-background-networking \
		--disable-component-update --disable-sync --hide-scrollbars \
		--allow-file-access-from-files --window-size=1280,900 \
		--user-data-dir="$work/profile" --remote-debugging-pipe \
		3<"$work/asked" 4>"$work/answered" 2>"$work/chromium.log" &
	browser_pid=$!
	run_later "kill $browser_pid 2>/dev/null; wait $browser_pid 2>/dev/null"
	exec {browser_in}>"$work/asked" {browser_out}<"$work/answered"
	browser_session='' browser_calls=0
	: >"$work/console"
	browser_ask Target.createTarget '"url":"about:blank"' || return 1
	browser_ask Target.attachToTarget \
		"\"targetId\":\"$(answer '$.result.targetId')\",\"flatten\":true" || return 1
	browser_session=",\"sessionId\":\"$(answer '$.result.sessionId')\""
	browser_ask Page.enable '' && browser_ask Runtime.enable '' &&
		browser_ask Log.enable ''
}
# Values of an answer, read by SQLite.
answer() {
	sqlite3 :memory: "SELECT json_extract(readfile('$work/answer'), '$1')"
}
browser_listen() { # PATTERN: until a message has it
	local message
	while IFS= read -r -d '' -t 60 -u "$browser_out" message; do
		case $message in
		*/favicon.ico*) ;; # which browsers ask for by themselves
		*'"Runtime.consoleAPICalled"'* | *'"Log.entryAdded"'* | \
			*'"Runtime.exceptionThrown"'*)
			printf '%s\n' "$message" >>"$work/console"
			;;
		esac
		case $message in
		*$1*)
			printf '%s' "$message" >"$work/answer"
			return 0
			;;
		esac
	done
	echo "the browser says nothing more: $1"
	return 1
}
browser_ask() {
	browser_calls=$((browser_calls + 1))
	printf '{"id":%d,"method":"%s","params":{%s}%s}\0' "$browser_calls" "$1" \
		"$2" "$browser_session" >&"$browser_in"
	browser_listen "{\"id\":$browser_calls," || return 1
	case $(head -c 300 "$work/answer") in
	*'"error":'*) cat "$work/answer" && return 1 ;;
	esac
}
browser_open() {
	browser_ask Page.navigate "\"url\":\"$1\"" &&
		browser_listen '"Page.loadEventFired"'
}
browser_value() {
	local quoted
	quoted=$(printf '%s' "$1" | sed 's/\\/\\\\/g; s/"/\\"/g' | tr '\n\t' '  ')
	browser_ask Runtime.evaluate \
		"\"expression\":\"(async () => String(await ($quoted)))()\",\"awaitPromise\":true" &&
		answer '$.result.result.value'
}
browser_keys() {
	local key held text
	for key; do
		held=0 text=
		case $key in
		Shift+*) held=8 key=${key#Shift+} ;;
		esac
		case $key in
		?) text=$key ;;
		Enter) text='\r' ;;
		esac
		browser_ask Input.dispatchKeyEvent "\"type\":\"keyDown\",\"key\":\"$key\"$(
			)${text:+,\"text\":\"$text\"},\"modifiers\":$held,$(key_code "$key")" &&
			browser_ask Input.dispatchKeyEvent \
				"\"type\":\"keyUp\",\"key\":\"$key\",\"modifiers\":$held,$(
				key_code "$key")" || return 1
	done
}
key_code() {
	case $1 in
	Tab) echo '"code":"Tab","windowsVirtualKeyCode":9' ;;
	Enter) echo '"code":"Enter","windowsVirtualKeyCode":13' ;;
	Escape) echo '"code":"Escape","windowsVirtualKeyCode":27' ;;
	ArrowLeft) echo '"code":"ArrowLeft","windowsVirtualKeyCode":37' ;;
	ArrowUp) echo '"code":"ArrowUp","windowsVirtualKeyCode":38' ;;
	ArrowRight) echo '"code":"ArrowRight","windowsVirtualKeyCode":39' ;;
	ArrowDown) echo '"code":"ArrowDown","windowsVirtualKeyCode":40' ;;
	*) echo '"windowsVirtualKeyCode":0' ;;
	esac
}
browser_mouse() {
	browser_ask Input.dispatchMouseEvent \
		"\"type\":\"$1\",\"x\":$2,\"y\":$3${4:+,$4}"
}
browser_media() {
	if [ "$1" = '' ]; then
		browser_ask Emulation.setEmulatedMedia "\"media\":\"$2\""
	else
		browser_ask Emulation.setEmulatedMedia \
			"\"features\":[{\"name\":\"$1\",\"value\":\"$2\"}]"
	fi
}
browser_shoot() {
	browser_ask Page.captureScreenshot '"format":"png"' &&
		answer '$.result.data' | base64 -d >"$1" && [ -s "$1" ]
}
browser_print() {
	browser_ask Page.printToPDF '"preferCSSPageSize":true,"printBackground":true' &&
		answer '$.result.data' | base64 -d >"$1" && [ -s "$1" ]
}
