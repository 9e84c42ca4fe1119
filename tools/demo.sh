#!/bin/sh
# What `make demo` shows: two plans drafted from a province's plan and checked, and a plan with real mistakes checked.
set -eu

parent=$FAMILY/kh-ubnd-tinh.docx
faulty=corpus/loi/kh-thcs-nhieu-loi.docx

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
if [ -n "${NO_COLOR:-}" ] || [ ! -t 1 ]; then
    say() { printf '\n== %s\n' "$*"; }
fi

mkdir -p "$OUT"
for unit in ubnd-xa thcs; do
    say "Soạn kế hoạch từ $parent cho đơn vị trong $FAMILY/kh-$unit.unit.toml"
    "$KEHOACH" draft "$parent" --unit "$FAMILY/kh-$unit.unit.toml" -o "$OUT/kh-$unit.docx"
    say "Kiểm tra $OUT/kh-$unit.docx"
    "$KEHOACH" lint "$OUT/kh-$unit.docx" --parent "$parent"
done

say "Kiểm tra một kế hoạch có lỗi thật: $faulty"
status=0
"$KEHOACH" lint "$faulty" --parent "$FAMILY/kh-ubnd-xa.docx" || status=$?
[ "$status" -eq 1 ] || { echo "lint phải thoát với mã 1, nhưng là $status" >&2; exit 1; }

say "Xem các tệp tại"
printf '  %s   kế hoạch của UBND xã\n  %s      kế hoạch của trường THCS\n  %s   kế hoạch có lỗi\n' \
    "$OUT/kh-ubnd-xa.docx" "$OUT/kh-thcs.docx" "$faulty"
