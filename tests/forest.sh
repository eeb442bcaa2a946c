# forest.sh -- sourced after lib.sh by tests of pictures: networks of switches.
#
#   forest FILE DEVICES SITES [SQL...]  a state that was analysed; the SQL runs
#                                       before
#   draw FILE SITE [OPTION...]          its pictures alone
#   only_kinds FOLDER KIND...           templates that draw no others
forest() {
	local file=$1 devices=$2 sites=$3
	shift 3
	rm -f "$file"
	{
		schema
		echo "CREATE TEMP TABLE size AS
			SELECT $devices AS devices, $sites AS sites; BEGIN;"
		cat "$top/tests/golden/forest.sql"
		echo "$*; COMMIT;"
	} | sqlite3 "$file" && "$twinmap" analyse "$file"
}

draw() {
	local file=$1 site=$2
	shift 2
	"$twinmap" render "$file" --output "$site" --only diagrams "$@"
}

only_kinds() {
	local folder=$1 file
	shift
	mkdir -p "$folder/diagrams"
	for file in "$top"/templates/diagrams/*.yaml; do
		case " $* " in
		*" $(basename "$file" .yaml) "*) ;;
		*) cat >"$folder/diagrams/$(basename "$file")" <<'END' ;;
picture: none
each: |
  SELECT NULL WHERE 0
parts:
- add: graph
  rows: |
    SELECT NULL
END
		esac
	done
}
