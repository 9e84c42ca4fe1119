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
    rm -f "$OUT/kh-$unit.docx"  # of the demo before
    "$KEHOACH" draft "$parent" --unit "$FAMILY/kh-$unit.unit.toml" -o "$OUT/kh-$unit.docx"
    say "Kiểm tra $OUT/kh-$unit.docx"
    "$KEHOACH" lint "$OUT/kh-$unit.docx" --parent "$parent" --unit "$FAMILY/kh-$unit.unit.toml"
done

say "Kiểm tra một kế hoạch có lỗi thật: $faulty"
status=0
"$KEHOACH" lint "$faulty" --parent "$FAMILY/kh-ubnd-xa.docx" || status=$?
[ "$status" -eq 1 ] || { echo "lint phải thoát với mã 1, nhưng là $status" >&2; exit 1; }

say "Xem các tệp tại"
printf '  %-37s  %s\n' \
    "$OUT/kh-ubnd-xa.docx" "kế hoạch của UBND xã" \
    "$OUT/kh-thcs.docx" "kế hoạch của trường THCS" \
    "$faulty" "kế hoạch có lỗi"
