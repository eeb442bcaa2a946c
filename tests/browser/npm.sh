# npm.sh -- sourced by test scripts: files of npm packages at fixed versions,
# fetched once.
#
#   . "$(dirname "$0")/npm.sh"
#   npm_fetch NAME@VERSION ...   0 when all are there
#   npm_folder NAME@VERSION      prints where one is
npm_folder() { echo "$build/tests/npm/$1/package"; }
npm_fetch_one() {
	local folder=$build/tests/npm/$1
	[ ! -d "$folder/package" ] || return 0
	command -v npm >/dev/null || { echo "no npm"; return 1; }
	mkdir -p "$folder.new" && cd "$folder.new" &&
		timeout 120 npm pack --silent "$1" &&
		tar -xzf ./*.tgz && rm ./*.tgz && mv "$folder.new" "$folder"
}
npm_fetch() {
	local package
	for package; do
		(npm_fetch_one "$package") || return 1
	done
}
