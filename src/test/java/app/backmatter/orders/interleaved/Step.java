package app.backmatter.orders.interleaved;

import java.util.List;
import java.util.Random;

/**
 * Something that can happen.
 *
 * @param weight how often it does among others; 0 for not now
 */
record Step(String name, int weight, Runnable work) {
    static Step any(List<Step> steps, Random dice) {
        int left = dice.nextInt(steps.stream().mapToInt(Step::weight).sum());
        for (var step : steps) {
            left -= step.weight();
            if (left < 0) {
                return step;
            }
        }
        throw new IllegalStateException();
    }
}
